"""The rules and guidance that the findings name."""

from django.utils.translation import gettext_lazy as _

FDA_ALERT = _(
    "FDA consumer alerts on regenerative medicine, 22 July 2020 and 3 June 2021"
)
FTC = _("FTC, Health Products Compliance Guidance (December 2022)")
FDA_PROMOTION = _("Federal Food, Drug, and Cosmetic Act, section 502: misbranding")
FTC_ACT = _("Federal Trade Commission Act, section 5: deceptive or unfair practice")
FTC_ENDORSEMENT = _("FTC, Guides on Endorsements and Testimonials, 16 CFR 255")
