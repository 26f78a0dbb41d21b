"""Production settings: safe by default, every choice from the environment.

The table of variables stands in docs/operators.md.
"""

from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32
from zoneinfo import available_timezones

import dj_database_url
import dj_email_url
from csp.constants import NONE, SELF

from config import environment
from config.settings.logs import *  # noqa: F403
from config.settings.outside import *  # noqa: F403
from config.settings.people import *  # noqa: F403
from config.settings.wagtail import *  # noqa: F403
from home.late_script import LATE_SCRIPT, source_of

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(environment.text("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = False
SECRET_KEY = environment.text("SECRET_KEY")

# The one address of the site decides scheme, allowed host and cookie safety.
SITE_URL = environment.url("SITE_URL", schemes=["https", "http"]).rstrip("/")
_address = urlsplit(SITE_URL)
ALLOWED_HOSTS = environment.listing("ALLOWED_HOSTS", default=[_address.hostname])
HTTPS = _address.scheme == "https"

INSTALLED_APPS = [
    "config",
    "search",
    "treatments",
    "team",
    "contact",
    "home",
    "wagtailseo",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.safety_headers.SayWhoMayUse",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.safety_headers.ContentPolicy",
    "config.page_cache.middleware.PackWhatIsForOne",
    "config.page_cache.middleware.DecideWhoMayKeep",
    "home.middleware.SecureTheOneAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.RejectUnreadableRequests",
    "config.middleware.DrawLater",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "config.signing_in.middleware.AskForSecondStep",
    "django.contrib.messages.middleware.MessageMiddleware",
    "home.middleware.ExplainRefusals",
    "home.middleware.CheckOnceMore",
    "home.middleware.UseWhatIsKept",
    "home.middleware.LeadToTheOneAddress",
]

APPEND_SLASH = False  # LeadToTheOneAddress does, in one step with all else.
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "config.templates.UnindentedLoader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "home.context_processors.practice_site",
            ],
            "builtins": ["home.templatetags.practice"],
        },
    }
]

# Database: SQLite in the data folder, or what DATABASE_URL names.
DATABASES = {
    "default": dj_database_url.parse(
        environment.url(
            "DATABASE_URL",
            schemes=["sqlite", "postgres", "postgresql"],
            default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}",
        ),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["ENGINE"] = "config.postgresql"
    INSTALLED_APPS.append("django.contrib.postgres")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Cache: files that all workers of one machine share, or Redis.
REDIS_URL = environment.url("REDIS_URL", schemes=["redis", "rediss"], default="")
CACHES: dict[str, dict[str, object]] = {
    "default": (
        {
            "BACKEND": "config.redis_cache.ForgivingRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_timeout": 0.25, "socket_connect_timeout": 0.25},
        }
        if REDIS_URL
        else {
            "BACKEND": "config.caches.ForgivingFileCache",
            "LOCATION": DATA_DIR / "cache",
        }
    ),
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}

# Whole pages for visitors without a session; the names are wagtail-cache's.
WAGTAIL_CACHE = True
WAGTAIL_CACHE_HEADER = "X-Wagtail-Cache"
WAGTAIL_CACHE_TIMEOUT = 3600  # seconds; a change is shown at once all the same
WAGTAIL_CACHE_IGNORE_QS = [
    r"_ga|_gl|utm_\w+|mtm_\w+|pk_\w+|mc_[ce]id|gad_\w+|li_fat_id",
    r"fbclid|gclid|dclid|gbraid|wbraid|msclkid|ttclid|twclid|igshid|yclid",
]
PAGE_CACHE_DIR = (
    Path("/dev/shm") / f"practice-{crc32(bytes(DATA_DIR)):08x}"  # noqa: S108
    if environment.choice("PAGE_CACHE", ["files", "memory"], "files") == "memory"
    else DATA_DIR / "pages"
)
# Work that no visitor waits for is queued in the same database.
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        # Mail has a thread of the worker for itself.
        "QUEUES": ["default", "mail"],
    }
}

# Language and time
LANGUAGE_CODE = "en-us"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
TIME_ZONE = environment.choice(
    "TIME_ZONE", sorted(available_timezones()), default="America/Phoenix"
)
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]

# Static files and media
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "home.staticfiles.WholeFilesFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
MEDIA_S3_BUCKET = environment.text("MEDIA_S3_BUCKET", default="")
MEDIA_S3_ENDPOINT = environment.url(
    "MEDIA_S3_ENDPOINT", schemes=["https", "http"], default=""
)
MEDIA_S3_URL = environment.url("MEDIA_S3_URL", schemes=["https", "http"], default="")
STORAGES = {
    "default": (
        {
            "BACKEND": "home.object_store.ObjectStore",
            "OPTIONS": {
                "bucket_name": MEDIA_S3_BUCKET,
                "endpoint_url": MEDIA_S3_ENDPOINT or None,
                "region_name": environment.text("MEDIA_S3_REGION", default="") or None,
                "public_url": MEDIA_S3_URL,
            },
        }
        if MEDIA_S3_BUCKET
        else {"BACKEND": "home.storage.WholeFiles"}
    ),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Mail: into a folder until EMAIL_URL names a server.
EMAIL_URL = environment.url("EMAIL_URL", schemes=["smtp", "submission"], default="")
if EMAIL_URL:
    vars().update(dj_email_url.parse(EMAIL_URL))
    EMAIL_TIMEOUT = 15
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mail"
DEFAULT_FROM_EMAIL = environment.text(
    "DEFAULT_FROM_EMAIL", default=f"website@{_address.hostname}"
)

# What people write is encrypted with the first key; the others only open it.
ENQUIRY_KEYS = environment.keys("ENQUIRY_KEYS")

# Safety
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_AGE = None  # It ends with the browser, as its forms do.
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview panel frames our own pages.
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # It asks for DENY, see above.
# For visitors; config/safety_headers.py adds what the editor needs. No nonce: whole
# pages are kept, and the one script that stands in them is always the same.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, source_of(LATE_SCRIPT)],
        "style-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "upgrade-insecure-requests": HTTPS,
    }
}
TRUSTED_PROXIES = environment.integer("TRUSTED_PROXIES", 0, minimum=0, maximum=1)
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # A long page in the editor has many.

WAGTAILADMIN_BASE_URL = SITE_URL
OTP_TOTP_ISSUER = _address.hostname
