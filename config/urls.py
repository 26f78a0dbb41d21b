"""Every address of the site."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from config import media, views
from contact.feeds import UpdateFeed
from contact.views import subscribe
from home.sitemaps import PageSitemap
from search.views import search

SITEMAPS = {"pages": PageSitemap}

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", search, name="search"),
    path("subscribe/", subscribe, name="subscribe"),
    path("feed.xml", UpdateFeed(), name="feed"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    # Browsers ask for it where no page tells them of another.
    path("favicon.ico", views.favicon),
    path("robots.txt", views.robots, name="robots"),
    path("media/<path:path>", media.serve, name="media"),
    path("", include(wagtail_urls)),
]

handler400 = "config.views.bad_request"
handler404 = "config.views.page_not_found"
handler500 = "config.views.server_error"
