"""What Wagtail is told of this product; the same for every practice."""

from config import admin_search

WAGTAIL_SITE_NAME = "Wagtail Practice"
WAGTAILIMAGES_IMAGE_MODEL = "home.PracticeImage"
MAKE_PICTURES_AT_PUBLISH = True  # The worker does, before a visitor asks for them.
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.picture_uploads.PictureForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # A phone's; unpacked, 200 MB of memory.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_AVIF_QUALITY = 44
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILIMAGES_JPEG_QUALITY = 80
WAGTAIL_ENABLE_UPDATE_CHECK = False  # No request to another host from the admin.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = admin_search.backends()
WAGTAILSEO_SEP = "·"
# Browsers keep a document; none runs as a page.
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # It asks who may read it, in any storage.
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.document_uploads.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 100_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "mp4", "odt", "pdf", "txt", "vtt", "xlsx"]
