"""Identifiers as people paste them: the real ones with their normal form."""

LANCET = "10.1016/s0140-6736(20)30183-5"
SICI = "10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-1"

REAL_DOIS = {
    "10.1186/ar4520": "10.1186/ar4520",
    "10.1136/annrheumdis-2017-211073": "10.1136/annrheumdis-2017-211073",
    "10.1136/BMJ.N71": "10.1136/bmj.n71",
    "10.1056/NEJMoa2034577": "10.1056/nejmoa2034577",
    "10.1371/journal.pmed.1000097": "10.1371/journal.pmed.1000097",
    "10.1002/14651858.CD004337.pub3": "10.1002/14651858.cd004337.pub3",
    "10.1000/182": "10.1000/182",
    "10.1016/S0140-6736(20)30183-5": LANCET,
    "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1": SICI,
    "10.1016/0140-6736(91)90001-A": "10.1016/0140-6736(91)90001-a",
    "10.1890/0012-9658(2006)87[2832:TIOPMA]2.0.CO;2": (
        "10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2"
    ),
    "10.1000.10/123": "10.1000.10/123",
    "10.123456789/a": "10.123456789/a",
    "doi:10.1186/ar4520": "10.1186/ar4520",
    "DOI: 10.1186/ar4520": "10.1186/ar4520",
    "doi10.1186/ar4520": "10.1186/ar4520",
    "https://doi.org/10.1186/ar4520": "10.1186/ar4520",
    "http://dx.doi.org/10.1186/ar4520": "10.1186/ar4520",
    "doi.org/10.1186/ar4520": "10.1186/ar4520",
    "https://doi.org/10.1016/S0140-6736%2820%2930183-5": LANCET,
    "https://doi.org/10.1002/(SICI)1096-8644(199601)99:1%3C1::AID-AJPA1%3E3.0.CO;2-1": SICI,
    # In running text
    "10.1186/ar4520.": "10.1186/ar4520",
    "(10.1186/ar4520)": "10.1186/ar4520",
    "[10.1186/ar4520],": "10.1186/ar4520",
    "“10.1186/ar4520”": "10.1186/ar4520",
    "<10.1186/ar4520>": "10.1186/ar4520",
    '<a href="x">10.1186/ar4520</a>': "10.1186/ar4520",
    "(doi: 10.1016/S0140-6736(20)30183-5).": LANCET,
    "(https://doi.org/10.1016/S0140-6736(20)30183-5);": LANCET,
    "  10.1186/ar4520\n": "10.1186/ar4520",
    "10.1186/ar\u200b4520": "10.1186/ar4520",
    "10.1136/annrheumdis\u20102017\u2011211073": "10.1136/annrheumdis-2017-211073",
    "\uff11\uff10.1186/ar4520": "10.1186/ar4520",
    "Wang D, et al. Cells. Arthritis Res Ther. 2014;16(2):R79. doi: 10.1186/ar4520. Epub": (
        "10.1186/ar4520"
    ),
    # Publishers' addresses
    "https://www.nejm.org/doi/full/10.1056/NEJMoa2034577?query=featured_home": (
        "10.1056/nejmoa2034577"
    ),
    "https://onlinelibrary.wiley.com/doi/10.1002/acr.25690/full": "10.1002/acr.25690",
    "https://onlinelibrary.wiley.com/doi/abs/10.1002/acr.25690": "10.1002/acr.25690",
    "https://acrjournals.onlinelibrary.wiley.com/doi/epdf/10.1002/acr.25690#page=3": (
        "10.1002/acr.25690"
    ),
    "https://www.tandfonline.com/doi/pdf/10.1080/14712598.2020.1": "10.1080/14712598.2020.1",
    "https://arthritis-research.biomedcentral.com/articles/10.1186/ar4520": "10.1186/ar4520",
    "https://link.springer.com/content/pdf/10.1186/ar4520.pdf": "10.1186/ar4520",
    "https://link.springer.com/article/10.1186/ar4520#Sec2": "10.1186/ar4520",
    "https://www.frontiersin.org/articles/10.3389/fimmu.2020.00047/full": (
        "10.3389/fimmu.2020.00047"
    ),
    "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456&type=printable": (
        "10.1371/journal.pone.0123456"
    ),
    "https://www.medrxiv.org/content/10.1101/2020.12.15.20248130v1.full.pdf": (
        "10.1101/2020.12.15.20248130"
    ),
    "https://academic.oup.com/rheumatology/advance-article/doi/10.1093/rheumatology/keab123/6123456": (
        "10.1093/rheumatology/keab123"
    ),
    "https://doi-org.library.example.edu/10.1186/ar4520": "10.1186/ar4520",
}
BROKEN_DOIS = [
    "10.1186",
    "10.1186/",
    "10.1186/ ar4520",
    "10.118/ar4520",
    "10.0118/ar4520",
    "10.1234567890/a",
    "doi:10.x/ar4520",
    "10.1016/S0140-6736(20",
    "10.1016/S0140-6736(20)30183-5(",
    "10.1186/...",
    "https://doi.org/ar4520",
    "https://doi.org/10.1186",
    "11.1186/ar4520",
    "1O.1186/ar4520",
    "10,1186/ar4520",
    "doi",
]
REAL_PMIDS = {
    "PMID 28478399": "28478399",
    "PMID: 28478399;": "28478399",
    "pmid:1": "1",
    "PubMed ID: 41182321": "41182321",
    "28478399": "28478399",
    " 2847839 ": "2847839",
    "https://pubmed.ncbi.nlm.nih.gov/28478399/": "28478399",
    "pubmed.ncbi.nlm.nih.gov/28478399": "28478399",
    "https://pubmed.ncbi.nlm.nih.gov/28478399/#affiliation-1": "28478399",
    "https://pubmed.ncbi.nlm.nih.gov/?term=28478399": "28478399",
    "https://www.ncbi.nlm.nih.gov/pubmed/28478399": "28478399",
    "https://www.ncbi.nlm.nih.gov/m/pubmed/28478399/": "28478399",
    "https://europepmc.org/article/MED/28478399": "28478399",
    "https://europepmc.org/abstract/med/28478399": "28478399",
}
BROKEN_PMIDS = [
    "PMID 028478399",
    "PMID: 0",
    "PMID 284783990",
    "PMID 2847B399",
    "1234",
    "2024",
]
REAL_PMCIDS = {
    "PMC4060570": "PMC4060570",
    "pmc4060570": "PMC4060570",
    "PMC 4060570": "PMC4060570",
    "PMCID: PMC4060570": "PMC4060570",
    "PMCID: 4060570": "PMC4060570",
    "PMC4060570.1": "PMC4060570",
    "PMC10496602": "PMC10496602",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC4060570/": "PMC4060570",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4060570/pdf/ar4520.pdf": "PMC4060570",
    "https://europepmc.org/articles/PMC4060570": "PMC4060570",
    "https://europepmc.org/article/PMC/PMC4060570": "PMC4060570",
    "https://europepmc.org/article/pmc/4060570": "PMC4060570",
}
BROKEN_PMCIDS = [
    "PMC",
    "PMC0",
    "PMC04060570",
    "PMC406057012",
    "PMC40605B0",
    "PNC4060570",
]
REAL_TRIALS = {
    "NCT02633163": "NCT02633163",
    "nct02633163": "NCT02633163",
    "NCT 02633163": "NCT02633163",
    "NCT-00000102": "NCT00000102",
    "ClinicalTrials.gov number, NCT02633163.": "NCT02633163",
    "https://clinicaltrials.gov/study/NCT02633163": "NCT02633163",
    "https://www.clinicaltrials.gov/study/NCT02633163?cond=Lupus&rank=1": "NCT02633163",
    "https://clinicaltrials.gov/ct2/show/NCT02633163": "NCT02633163",
    "https://clinicaltrials.gov/ct2/show/study/nct02633163?term=x": "NCT02633163",
    "https://classic.clinicaltrials.gov/show/NCT02633163": "NCT02633163",
    "https://clinicaltrials.gov/ct2/results?term=NCT02633163": "NCT02633163",
}
BROKEN_TRIALS = [
    "NCT0263316",
    "NCT026331630",
    "NCT0263316A",
    "NCTO2633163",
    "NCT00000000",
    "NTC02633163",
    "https://clinicaltrials.gov/study/NCT0263316",
]
REAL_ISBNS = {
    "978-0-306-40615-7": "9780306406157",
    "9780306406157": "9780306406157",
    "0-306-40615-2": "9780306406157",
    "ISBN 0306406152": "9780306406157",
    "ISBN-13: 978 0 306 40615 7": "9780306406157",
    "ISBN-10 0-8044-2957-X": "9780804429573",
    "080442957x": "9780804429573",
    "979-10-90636-07-1": "9791090636071",
    "https://search.worldcat.org/isbn/9780306406157": "9780306406157",
    "https://books.example.org/books?vid=ISBN0306406152": "9780306406157",
}
BROKEN_ISBNS = [
    "978-0-306-40615-8",
    "9780306406175",
    "0-306-40615-3",
    "0306406X52",
    "ISBN 978030640615",
    "977-0-306-40615-7",
    "ISBN X306406152",
]
REAL = {
    "doi": REAL_DOIS,
    "pmid": REAL_PMIDS,
    "pmcid": REAL_PMCIDS,
    "nct_id": REAL_TRIALS,
    "isbn": REAL_ISBNS,
}
BROKEN = {
    "doi": BROKEN_DOIS,
    "pmid": BROKEN_PMIDS,
    "pmcid": BROKEN_PMCIDS,
    "nct_id": BROKEN_TRIALS,
    "isbn": BROKEN_ISBNS,
}
