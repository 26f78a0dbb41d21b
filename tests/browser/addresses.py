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
}
VIEWS = {
    "search": "/search/?query=lupus",
    "search without a query": "/search/",
    "search that finds nothing": "/search/?query=xyzzyplugh",
    "list that is filtered": "/team/?language=es",
    "subscribe": "/subscribe/",
    "missing page": "/no-such-page/",
}
ALL = PAGE_TYPES | VIEWS
LUPUS_TREATMENT = PAGE_TYPES["TreatmentPage"]
