"""Enquiries and subscribers, invented, so that the demo has something to show."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Site

from config.demo import files
from contact.enquiries.forms import consent_text
from contact.models import Enquiry, EnquiryNote, Newsletter, Subscriber
from contact.subscribing.forms import consent_text as subscribing_consent
from home.models import LocationPage, PracticeSettings


def load_enquiries(site: Site, author) -> None:
    """Make the enquiries of enquiries.toml, with the notes that `author` wrote."""
    place = LocationPage.objects.descendant_of(site.root_page).first()
    days = PracticeSettings.for_site(site).retention_days
    consent = consent_text(site.site_name, days)
    for row in files.read_toml("enquiries.toml")["enquiries"]:
        received = timezone.localtime() - timedelta(hours=row.pop("hours_ago"))
        note = row.pop("note", "")
        enquiry = Enquiry(
            submission=f"demo-{row['name']}",
            site=site,
            location=place,
            received=received,
            purpose=row.pop("purpose"),
            state=row.pop("state", "new"),
        )
        agreed = {
            "consent": consent,
            "consent_time": date_format(received, "DATETIME_FORMAT"),
        }
        enquiry.set_words(row | agreed)
        enquiry.save()
        if note:
            record = EnquiryNote(enquiry=enquiry, author=author, written=received)
            record.set_words({"text": note})
            record.save()


def load_subscribers(site: Site) -> None:
    """Make the subscribers of subscribers.toml, and a newsletter to look at."""
    consent = subscribing_consent(site.site_name)
    for row in files.read_toml("subscribers.toml")["subscribers"]:
        agreed = timezone.now() - timedelta(days=row["days_ago"])
        words = {
            "email": row["email"],
            "topics": row.get("topics", []),
            "consent": consent,
            "consent_time": agreed.isoformat(timespec="seconds"),
            "source": row.get("source", "website"),
        }
        subscriber = Subscriber.objects.keep(site, words, confirmed=agreed)
        if "state" in row:
            subscriber.change_state(row["state"])
    Newsletter.objects.create(
        site=site,
        subject=f"News from {site.site_name}",
        since=Newsletter.objects.next_since(site),
        introduction="What we wrote and reviewed in the last months.",
    )
