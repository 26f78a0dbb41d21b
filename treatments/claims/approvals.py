"""What approval and registration do not say."""

from django.utils.translation import gettext_lazy as _

from .rules import ERROR, WARNING, Rule
from .sources import FDA_ALERT, FDA_PROMOTION

RULES = (
    Rule(
        key="fda-registered",
        severity=ERROR,
        patterns=(
            "FDA ..6 our ..4 *ENDORSEMENT @3",
            "FDA *ENDORSE_ED|compliant ..12 PRACTICE @3",
            "OWN ..10-MEDICINE|product|device|not FDA *ENDORSEMENT|registered|certified|compliant|licensed|accredited @3",
            "OWN ..10 *ENDORSEMENT of|from|by ..2 FDA @3",
            "full|complete ..1 *blessing|endorsement|backing of|from|by ..2 FDA @0",
            "FDA ..3 our *seal|stamp",
            "FDA ENDORSE_ED|compliant|backed ..3 PRACTICE|tissue @1",
            "government|federally *ENDORSE_ED|certified ..3 PRACTICE @1",
            "OWN ..5-MEDICINE|product|device|test|study|trial|equipment|ESTABLISHED *ENDORSE_ED|compliant by|with ..2 FDA @2",
            "PRACTICE ..5-TREATMENT *ENDORSE_ED by|with ..2 FDA @2",
            "FDA|government ..1 *ENDORSE_S|ENDORSE_ED|ENDORSE_BASE ..1 our PRACTICE",
            "OWN ..2 PRACTICE|procedure|treatment|approach|method|protocol ..2 FDA *ENDORSE_ED|compliant",
            "OWN ..3 are|is ..3 FDA *ENDORSE_ED|compliant",
        ),
        reason=_(
            "The FDA does not approve clinics, and registration is no approval: it "
            "says nothing about whether a treatment is safe or works."
        ),
        source=FDA_ALERT,
        rewrite=_("Leave the registration out, or say that it is not an approval."),
    ),
    Rule(
        key="fda-approved-unproven",
        severity=ERROR,
        noun=True,
        patterns=(
            "FDA ..1 *ENDORSE|compliant ..4-transplant UNAPPROVED @1",
            "UNAPPROVED ..5 *ENDORSE_ED by ..2 FDA @1",
            "UNAPPROVED ..5-which|that FDA *ENDORSE_ED|approval|clearance|compliant @1",
            "UNAPPROVED ..5-which|that *approval|clearance|blessing ..2 FDA @1",
            "full|complete FDA *approval|clearance @2",
            "FDA ..2 *ENDORSE ..1 OWN ..3 TREATMENT|protocol",
            "OWN ..3-device|product|drug|medicine therapy|therapies|treatment|protocol|procedure|infusion|injection|cell|method ..3-MEDICINE *ENDORSE_ED by ..2 FDA",
        ),
        reason=_(
            "The FDA approves products for a use. Cell, exosome and similar "
            "products sold for such uses have no approval."
        ),
        source=FDA_ALERT,
        rewrite=_("This product is not approved by the FDA for this use."),
    ),
    Rule(
        key="trial-listing",
        severity=ERROR,
        patterns=(
            "REGISTRY ..4 *proves|proof|proving|means|shows ..7 legitimate|safe|safety|works|approved|vetted|effective|quality|trust",
            "REGISTRY *registered|approved|certified|listed ..2 UNCONVENTIONAL|PRACTICE|program @1",
            "REGISTRY : ..2 your|our|proof|assurance|guarantee @0",
            "listed|registered|found on|with|by ..2 REGISTRY ..12 so|proof|proves|shows|means|mark|assurance|trust|approved|legitimate|vetted|confidence @1",
            "REGISTRY ..10-find|search|not|n't *so|therefore|thus|hence|proof|proves|shows|means|mark|meaning|which|trusted|approved|legitimate|guarantee @1",
            "because|as|since ..8 *REGISTRY @3",
            "backed|recognized|recognised|approved|endorsed|vetted|accepted|validated|certified ..1 by|on ..3 *REGISTRY @1",
            "REGISTRY ..1 approved|certified|backed|recognized|endorsed|validated|vetted @2",
            "REGISTRY|government|federally *registered|listed|approved ..1 trial|study|therapy|treatment|research|protocol @1",
            "government *approved|registered @2",
            "REGISTRY lists|recognizes|endorses|approves|backs our ..6 mark|proof|trial|protocol|study @2",
            "REGISTRY listing ..6 OUTCOME|safe|quality|trust @2",
        ),
        reason=_(
            "Anyone can list a study; a listing is no approval and no proof of safety."
        ),
        source=FDA_ALERT,
        rewrite=_(
            "The study is listed on ClinicalTrials.gov; a listing is no approval."
        ),
    ),
    Rule(
        key="off-label-approved",
        severity=WARNING,
        patterns=(
            "drug|medicine|medication ..6 approved ..2 FDA ..10 so|therefore",
            "tomorrow ..2 medicine|cure|treatment",
            "medicine|treatment of the future|tomorrow",
            "biggest|greatest ..1 advance|discovery|leap @0",
            "medicine|drug|medication ..8 FDA *ENDORSEMENT @3",
            "OFF_LABEL_DRUG ..8 FDA *ENDORSEMENT @2",
            "OFF_LABEL_DRUG ..6 FDA *ENDORSE_ED @2",
            "OFF_LABEL_DRUG ..4 *ENDORSE_ED by ..2 FDA @2",
            "FDA *ENDORSE_ED ..3 OFF_LABEL_DRUG ..2 for|against @2",
            "FDA *ENDORSE_ED ..4 OFF_LABEL_DRUG @3",
            "off label ..10-NOT *approved|established|endorsed|legal|accepted",
            "off label ..10 FDA *ENDORSE_ED",
        ),
        reason=_("An approval holds for one use; for any other the use is off-label."),
        source=FDA_PROMOTION,
        rewrite=_("It is approved for another use; here it is used off-label."),
    ),
)
