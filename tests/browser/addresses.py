"""One address of each kind of page in the demo practice."""

# Page type → an address of it.
PAGE_TYPES = {
    "HomePage": "/",
    "TreatmentIndexPage": "/treatments/",
    "TreatmentPage": "/treatments/stem-cell-therapy/lupus/",
    "ConditionIndexPage": "/conditions/",
    "ConditionPage": "/conditions/lupus/",
    "TeamIndexPage": "/team/",
    "ClinicianPage": "/team/orrin-halvane/",
    "LocationIndexPage": "/locations/",
    "LocationPage": "/locations/sandgate/",
    "UpdateIndexPage": "/updates/",
    "UpdatePage": "/updates/how-to-read-a-health-headline/",
    "StandardPage": "/about/",
    "ContactPage": "/contact/",
    "EvidenceLevelsPage": "/evidence-levels/",
    "EvidenceMatrixPage": "/evidence/",
}
VIEWS = {
    "search": "/search/?query=lupus",
    "search without a query": "/search/",
    "search with a correction": "/search/?query=lupis&type=treatments",
    "search that finds nothing": "/search/?query=xyzzyplugh",
    "search filtered to nothing": "/search/?query=lupus&type=people&evidence=studied",
    "list that is filtered": "/team/?language=es",
    "enquiry": "/enquiry/",
    "subscribe": "/subscribe/",
    "missing page": "/no-such-page/",
}
ALL = PAGE_TYPES | VIEWS
# Their forms are tied to the browser by a cookie, until it is closed.
WITH_A_FORM = {PAGE_TYPES["ContactPage"], VIEWS["enquiry"]}
LUPUS_TREATMENT = PAGE_TYPES["TreatmentPage"]
