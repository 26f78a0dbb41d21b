"""Postal addresses as they are written on an envelope."""


def address_lines(street: str, city: str, region: str, postal_code: str) -> list[str]:
    """Street, then town with region and postal code; empty parts are left out."""
    place = " ".join(filter(None, [region, postal_code]))
    town = ", ".join(filter(None, [city, place]))
    return [line for line in (street, town) if line]
