"""Every address of the site."""

from django.urls import include, path, re_path
from django.views.decorators.http import conditional_page
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config import media, views
from contact.enquiries.views import enquire, thanks
from contact.subscribing import views as subscribing
from home.indexnow import key_file
from home.keeping import kept
from home.llms import llms
from home.markdown import MARKDOWN_NAME
from home.markdown_twins import markdown_twin
from home.sitemaps import sitemap, sitemap_part
from search.views import followed, search, suggest
from treatments.feeds import SiteFeed

urlpatterns = [
    path("admin/", include("config.signing_in.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", search, name="search"),
    path("search/suggest/", suggest, name="suggest"),
    path("enquiry/", enquire, name="enquiry"),
    path("enquiry/thanks/<str:signed>/", thanks, name="enquiry_thanks"),
    path("search/followed/", followed, name="followed"),
    path("subscribe/", subscribing.subscribe, name="subscribe"),
    path("subscribe/asked/", subscribing.asked, name="subscribe_asked"),
    path(
        "subscribe/confirm/<str:signed>/", subscribing.confirm, name="subscribe_confirm"
    ),
    path("subscribe/leave/<str:key>/", subscribing.unsubscribe, name="subscribe_leave"),
    path("feed.xml", kept(conditional_page(SiteFeed())), name="feed"),
    path("sitemap.xml", kept(sitemap), name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_part, name="sitemap_part"),
    path("llms.txt", kept(llms), name="llms"),
    # Browsers ask for it where no page tells them of another.
    path("favicon.ico", views.favicon),
    path("robots.txt", kept(views.robots), name="robots"),
    re_path(r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt$", key_file, name="indexnow_key"),
    path("media/<path:path>", media.serve, name="media"),
    re_path(
        rf"^((?:[\w\-]+/)*){MARKDOWN_NAME}$", kept(markdown_twin), name="markdown_twin"
    ),
    path("", include(wagtail_urls)),
]

handler400 = "config.views.bad_request"
handler404 = "config.views.page_not_found"
handler500 = "config.views.server_error"
