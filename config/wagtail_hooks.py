from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from config.page_cache.views import MAY_CLEAR, page_cache
from config.signing_in.people import MAY_MANAGE, sign_ins
from config.signing_in.record import ACTIONS, PREFIX


class PageCacheMenuItem(MenuItem):
    """Shown to those who may clear it."""

    def is_shown(self, request):
        return request.user.has_perm(MAY_CLEAR)


@hooks.register("register_admin_urls")
def register_page_cache_url():
    return [path("cache/", page_cache, name="page_cache")]


@hooks.register("register_settings_menu_item")
def add_page_cache_to_settings():
    address = reverse("page_cache")
    return PageCacheMenuItem(_("Cache"), address, icon_name="history", order=900)


class SignInsMenuItem(MenuItem):
    """Shown to those who manage accounts."""

    def is_shown(self, request):
        return request.user.has_perm(MAY_MANAGE)


@hooks.register("register_admin_urls")
def register_sign_ins_url():
    return [path("sign-ins/", sign_ins, name="sign_ins")]


@hooks.register("register_settings_menu_item")
def add_sign_ins_to_settings():
    address = reverse("sign_ins")
    return SignInsMenuItem(_("Sign-ins"), address, icon_name="key", order=650)


@hooks.register("register_account_menu_item")
def offer_two_factor(request):
    return {
        "url": reverse("two_factor"),
        "label": _("Two-factor sign-in"),
        "help_text": _(
            "A code from an app on your phone, beside your password: whoever learns "
            "the password alone cannot sign in."
        ),
    }


@hooks.register("register_log_actions")
def name_what_is_recorded(actions):
    for action, (label, message) in ACTIONS.items():
        actions.register_action(f"{PREFIX}{action}", label, message)
