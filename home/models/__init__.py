"""The models of the ground floor, one family a file."""

from home.models.base import BasePage
from home.models.changed_address import ChangedAddress
from home.models.images import PracticeImage, PracticeRendition
from home.models.listing import (
    AlphabeticalIndexPage,
    Filter,
    IndexPage,
    Listing,
)
from home.models.locations import (
    InsurancePlan,
    LocationIndexPage,
    LocationPage,
    SpecialHours,
)
from home.models.pages import FeaturedPage, HomePage, NoticeKind, StandardPage
from home.models.practice import Palette, PracticeSettings, ShareNetwork
from home.models.workflow import ApprovalTask

__all__ = [
    "AlphabeticalIndexPage",
    "ApprovalTask",
    "BasePage",
    "ChangedAddress",
    "FeaturedPage",
    "Filter",
    "HomePage",
    "IndexPage",
    "InsurancePlan",
    "Listing",
    "LocationIndexPage",
    "LocationPage",
    "NoticeKind",
    "Palette",
    "PracticeImage",
    "PracticeRendition",
    "PracticeSettings",
    "ShareNetwork",
    "SpecialHours",
    "StandardPage",
]
