"""What approval and registration do not say."""

from django.utils.translation import gettext_lazy as _

from .rules import ERROR, WARNING, Rule, words
from .sources import FDA_ALERT, FDA_PROMOTION

RULES = (
    Rule(
        key="fda-registered",
        severity=ERROR,
        disclaimed=True,
        unless=words(
            "blood pharmacy supplier manufacturer mammography mammogram requires required law"
        ),
        patterns=(
            "passed|passes|passing|met|meets|cleared|satisfied ..3 FDA|government|federal ..3 *inspection|audit|review|requirements|scrutiny|tests|standards|muster ..8-not|n't OWN|PRACTICE|UNCONVENTIONAL @2",
            "OWN|PRACTICE|UNCONVENTIONAL ..6 passed|passes|met|meets|cleared|satisfies ..3 FDA|government|federal ..3 *inspection|audit|review|requirements|scrutiny|tests|standards|muster @2",
            "*registered|inspected|listed by|with ..2 FDA ..10-not|n't OUTCOME|effectiveness|safety|trust|confidence|quality|standards @1",
            "^ ENDORSE_ED|compliant|inspected by|with ..2 FDA $ @0",
            "ENDORSE_ED|inspected by|with ..2 FDA , ..1 OWN|this|the ..4 PRACTICE|TREATMENT|UNCONVENTIONAL @2",
            "FDA inspected|audited|compliant|vetted ..6 PRACTICE|UNCONVENTIONAL|lab|facility @2",
            "FDA|government|NIH ..2 *stands|backs|supports|trusts|endorses|blesses|behind ..4 OWN|UNCONVENTIONAL|PRACTICE @2",
            "OWN ..6 carries|bears|holds|has ..4 FDA ..2 *ENDORSEMENT|number|badge|logo|seal|mark @2",
            "FDA ..6 our ..4 *ENDORSEMENT @3",
            "FDA *ENDORSE_ED|compliant ..12-MEDICINE|ESTABLISHED|product|device|drug|filler|laser|equipment|test|use PRACTICE @3",
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
        disclaimed=True,
        noun=True,
        # A kit can be cleared while what it makes is not.
        unless=words("kit kits centrifuge centrifuges"),
        patterns=(
            "FDA ..1 *ENDORSE|compliant ..4-transplant|no|none UNAPPROVED @1",
            "UNAPPROVED ..8 *ENDORSE_ED by ..2 FDA @1",
            "UNAPPROVED ..5 FDA *ENDORSE_ED|approval|clearance|compliant @1",
            "UNAPPROVED ..5 *approval|clearance|blessing ..2 FDA @1",
            "full|complete FDA *approval|clearance @2",
            "FDA ..8 *ENDORSE_ED|ENDORSE_S|ENDORSE_BASE ..1 OWN|this|these ..4-product|device|drug|test TREATMENT|UNAPPROVED|protocol",
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
        disclaimed=True,
        patterns=(
            "REGISTRY ..2 which|that ..8-not|n't|no *safe|safety|quality|trust|proof|works|seal|medal @1",
            "REGISTRY , ..1 so|therefore ..3 legit|legitimate|safe|real|proven|works",
            "REGISTRY ~4 so you|your ..2 in|safe|covered|confident|trust @1",
            "REGISTRY ~6-find|search|NOT|NO *so you can|may|'ll|know ..1 be|trust|know|feel|relax|rest|sure|it @1",
            "REGISTRY ~6-find|search|NOT|NO *so !that|you|we|if @1",
            "REGISTRY ~8-NOT|NO *proves|prove|proof|demonstrates|attests|confirms|vouches|guarantees|assures|validates @2",
            "REGISTRY ..2 *list|lists|listed ..1 our|us|this|OWN @2",
            "REGISTRY ..6-find|search|not|n't|no *prove|demonstrates|attests|confirms|vouches|guarantees|assures|validates ..8 OUTCOME|safe|quality|OWN|works|benefit",
            "efficacy|safe|safety|quality|legitimacy|effectiveness ..6 *WEIGHT_ED|ENDORSE_ED|attested|vouched|guaranteed|assured ..6 REGISTRY @0",
            "because|since|with ..8 *REGISTRY ~14-NOT|NO effective|benefit|safe|safety|trust|requirements|standards|legitimate|confidence|approved @1",
            "OWN ..2 TREATMENT|UNCONVENTIONAL|protocol|program ..3-study|trial|not has|have|carries|holds|bears ..4 REGISTRY @3",
            "REGISTRY ..3 *seal|blessing|backing|approval|stamp|endorsement|recognition @1",
            "REGISTRY ..1 *lists|listed|registered|carries our|OWN ..3 TREATMENT|UNCONVENTIONAL|protocol|clinic|program @1",
            "REGISTRY ..4 *proves|proof|proving|means|shows ..7 legitimate|safe|safety|works|approved|vetted|effective|quality|trust",
            "REGISTRY *registered|approved|certified|listed ..2 UNCONVENTIONAL|PRACTICE|program @1",
            "REGISTRY : ..2 your|our|proof|assurance|guarantee @0",
            "listed|registered|found on|with|by ..2 REGISTRY ..12-NOT|NO therefore|proof|proves|shows|means|mark|assurance|trust|approved|legitimate|vetted|confidence @1",
            "REGISTRY ..10-find|search|NOT|NO *therefore|thus|hence|proof|proves|shows|means|mark|meaning|trusted|approved|legitimate|guarantee @1",
            "because|since ..8 *REGISTRY @3",
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
            "OFF_LABEL_DRUG ..4 FDA ENDORSE_ED for ..2 everyone|everybody|all|anyone|weight|PATIENT @0",
            "ENDORSE_ED ..3 OFF_LABEL_DRUG ..3 for @2",
            "OFF_LABEL_DRUG ..6 FDA ENDORSE_ED ..10 book|yours|today|us|our @1",
            "FDA ENDORSE_ED OFF_LABEL_DRUG ..12 safe|hands|trust|so @2",
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
