"""What every template may ask for."""

from home.site import PracticeSite


def practice_site(request):
    """The request's site; nothing is fetched until a template asks."""
    return {"practice_site": PracticeSite.for_request(request)}
