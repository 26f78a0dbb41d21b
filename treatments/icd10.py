"""Codes of the International Classification of Diseases, tenth revision."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Source: ICD-10-CM Official Guidelines, section I.A.2: letter, digit, letter or
# digit, then after a dot up to four more.
FORM = re.compile(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?")


def validate_icd10_codes(codes: list[str]) -> None:
    """Raise ValidationError, naming each code that has not the form of one."""
    wrong = [code for code in codes if not FORM.fullmatch(code)]
    if wrong:
        raise ValidationError(
            _(
                "%(codes)s: an ICD-10 code is a letter and two figures, then often a "
                "dot and more, such as M32.9."
            ),
            code="icd10",
            params={"codes": ", ".join(wrong)},
        )
