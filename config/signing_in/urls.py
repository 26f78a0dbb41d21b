"""Ways in and out, in front of Wagtail's own."""

from django.urls import path
from wagtail.admin.views.account import LogoutView

from config.signing_in.password_reset import LimitedPasswordResetView
from config.signing_in.second_step import second_step
from config.signing_in.sign_in import SignInView
from config.signing_in.two_factor_pages import set_up_two_factor, two_factor

urlpatterns = [
    path("login/", SignInView.as_view(), name="wagtailadmin_login"),
    # Wagtail's lets nobody out who is only half in.
    path("logout/", LogoutView.as_view(), name="wagtailadmin_logout"),
    path(
        "password_reset/",
        LimitedPasswordResetView.as_view(),
        name="wagtailadmin_password_reset",
    ),
    path("second-step/", second_step, name="second_step"),
    path("two-factor/", two_factor, name="two_factor"),
    path("two-factor/set-up/", set_up_two_factor, name="set_up_two_factor"),
]
