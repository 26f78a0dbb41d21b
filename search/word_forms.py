"""Tells words of medicine by the Greek and Latin parts they are made of."""

import re

# Parts that hardly a word of another field ends in, or begins with.
_ENDS = """
    itis osis emia emias ectomy ectomies otomy ostomy plasty pathy pathies
    algia plegia paresis uria penia scopy rrhea rrhagia megaly sclerosis dystrophy
    atrophy hypertrophy plasia cele ectasis stenosis malacia dynia asthenia esthesia
    kinesia cytosis blastoma sarcoma carcinoma adenoma myoma neuroma lymphoma fibroma
    lipoma angioma glioma thelioma philia phagia phasia praxia lexia pnea cardia
    thermia glycemia natremia lipidemia gnosia mnesia somnia trophic pathic plegic
    ologist iatrist iatric
    """
_BEGINS = """
    cardi crani neur gastr hepat nephr osteo arthr dermat hemat encephal fibro bronch
    pneumo rhino laryng pharyng thorac angio lymph chondr myelo myoc orofac oropharyn
    maxillo periton pericard colorect esophag duoden ureter urethr uter ovari endometr
    endocrin ophthalm retin cornea kerat cerebr cerebell mening vertebr lumb sacr
    """
_LEAST = 7
_FORM = re.compile(
    rf"(?:\w{{2,}}(?:{'|'.join(_ENDS.split())})s?|(?:{'|'.join(_BEGINS.split())})\w+)$"
)


def looks_medical(word: str) -> bool:
    """Whether a plain word is built as those of medicine are: "mononeuropathy"."""
    return len(word) >= _LEAST and _FORM.match(word) is not None
