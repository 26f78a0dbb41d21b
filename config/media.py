"""Pictures from the local disk, where no object store or proxy serves them."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve as serve_file

from home.storage import A_YEAR, PUBLIC_FOLDERS


@require_safe
def serve(request: HttpRequest, path: str) -> FileResponse:
    """Serve a rendition or a share card; its name changes whenever its content does."""
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    response = serve_file(request, path, document_root=settings.MEDIA_ROOT)
    patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    return response
