"""How people with an account sign in."""

from config import environment

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "wagtailadmin_login"
TWO_FACTOR = environment.choice("TWO_FACTOR", ["required", "optional"], "required")
SESSION_COOKIE_AGE = 12 * 60 * 60  # config.signing_in.sessions ends them, too.
PASSWORD_RESET_TIMEOUT = 60 * 60
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = (
    "config.signing_in.password_reset.QueuedPasswordResetForm"  # noqa: S105 A class.
)
