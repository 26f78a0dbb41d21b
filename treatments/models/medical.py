"""What condition pages and treatment pages have in common."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel
from wagtail.models import Page
from wagtail.search import index

from contact.models import UpdateTopic
from home.changes.following import followed_property
from home.changes.keeping import keep
from home.changes.queries import titles_tag
from home.changes.reading import only_standing_on
from home.choices import words_for
from home.fields import LineListField
from home.known_pages import known_places
from home.models import LocationPage
from home.schema_org import Node
from home.scopes import pages_of, updates_about_tag
from home.tree import NAMED
from home.vocabulary import Specialty
from home.words import read_words
from team.models import ClinicianPage
from team.models.known import known_clinicians
from team.review import ReviewedPage
from treatments.balance import missing_parts
from treatments.blocks import headings_of
from treatments.citing import cited_ids
from treatments.graphing import page_of, people_of
from treatments.models.indications import Indication
from treatments.models.references import Reference
from treatments.notices import NoticeText, notices_of_uses
from treatments.offers import Offer, offer_of
from treatments.reading import file_words_of, words_of
from treatments.testimonials import REFUSAL, HiddenTestimonialPanel, has_testimonial
from treatments.vocabulary import BodySystem, regulator_of

# A use that nobody has proven is looked at every year.
UNPROVEN_REVIEW_MONTHS = 12
MOST_RELATED = 8
MOST_UPDATES = 3
UNBALANCED = _("The page states benefits; it also has to state: %(parts)s.")


class MedicalPage(ReviewedPage):
    """A page that tells people something about their health."""

    also_known_as = LineListField(
        _("also known as"),
        help_text=_("Other names, lay words and abbreviations, one a line."),
    )
    specialty = models.CharField(
        _("specialty"), max_length=30, blank=True, choices=Specialty
    )
    body_system = models.CharField(
        _("body system"), max_length=30, blank=True, choices=BodySystem
    )

    content_panels = [
        HiddenTestimonialPanel(),
        *ReviewedPage.content_panels,
        "also_known_as",
    ]
    evidence_panels = [
        *ReviewedPage.evidence_panels,
        InlinePanel(
            "reference_rows",
            heading=_("Further references"),
            label=_("Reference"),
            help_text=_(
                "What the text cites is listed by itself, in the order of the text. "
                "What you add here comes after it."
            ),
        ),
    ]
    related_panels = [FieldRowPanel(["specialty", "body_system"])]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("also_known_as", boost=4),
        index.AutocompleteField("also_known_as"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    def publish_problems(self, cleaned, rows):
        problems = super().publish_problems(cleaned, rows)
        blocks = cleaned["body"].get_prep_value() if cleaned.get("body") else []
        faults = []
        if missing := missing_parts(blocks):
            faults.append(UNBALANCED % {"parts": "; ".join(missing)})
        uses = self.uses_with(rows)
        if has_testimonial(blocks) and any(row.is_unproven for row in uses):
            faults.append(str(REFUSAL))
        return {**problems, "body": " ".join(faults)} if faults else problems

    def uses_with(self, rows: dict[str, list]) -> list[Indication]:
        """The uses that the page would show with these records of its lists."""
        return self.shown_indications

    @property
    def hides_testimonials(self) -> bool:
        """Whether somebody's praise is kept from visitors."""
        return has_testimonial(self.body.raw_data) and self.has_unproven_use

    def get_reviewed_words(self):
        yield from super().get_reviewed_words()
        yield from read_words("also_known_as", self.also_known_as)
        yield from read_words("specialty", self.specialty)
        yield from words_of(self.body.raw_data)
        yield from read_words("files", self.file_words)
        # Values where visitors read labels: these depend on the language of whoever asks.
        if uses := [row.words for row in self.shown_indications]:
            yield from read_words(f"uses/{self.regulator}", uses)
        yield from read_words("notices", [one.words for one in self.notice_texts])
        references = [
            [str(one.citation), one.study_type, one.url] for one in self.references
        ]
        yield from read_words("references", references)

    @cached_property
    def file_words(self) -> list[list[str]]:
        """What identifies and names the pictures and documents in its text."""
        return file_words_of(self.body)

    schema_page_type = "MedicalWebPage"

    def get_schema_page(self):
        stock = super().get_schema_page()
        return page_of(self, stock, self.medical_entities)

    def get_schema_entities(self):
        people = people_of(self).values()
        named = [one for one in people if "@id" in one]
        return [*self.medical_entities, *named, *super().get_schema_entities()]

    @property
    def medical_entities(self) -> list[Node]:
        """The nodes of what the page is about, its own subject first."""
        raise NotImplementedError

    # Under headings, where the page speaks of several treatments.
    indication_groups: list[tuple[str, list[Indication]]] = []

    @property
    def subject_words(self) -> list:
        """Body system and specialty, in words, where they are known."""
        known = [(BodySystem, self.body_system), (Specialty, self.specialty)]
        return [words_for(choices, value) for choices, value in known if value]

    @property
    def unproven_indications(self) -> list[Indication]:
        """The unproven ones among the uses that this page shows."""
        return [row for row in self.shown_indications if row.is_unproven]

    @property
    def has_unproven_use(self) -> bool:
        return bool(self.unproven_indications)

    @followed_property
    def notice_texts(self) -> list[NoticeText]:
        """What must be said of the unproven uses on this page; empty without any."""
        return notices_of_uses(self.shown_indications, self.practice_site)

    @followed_property
    def references(self) -> list[Reference]:
        """What the text cites, in its order, then what the page lists besides."""
        if self._is_routed:
            keys = keep(f"references of {self.pk}", self._fetch_listed)
        else:
            # A preview lists rows that are not in the database yet.
            keys = [row.reference_id for row in self.reference_rows.all()]
        return Reference.objects.in_order([*cited_ids(self), *keys])

    def _fetch_listed(self) -> list[int]:
        """The keys of the references that the page lists, in their order."""
        rows = self.reference_rows.model.objects.filter(page=self.pk)
        listed = rows.order_by("sort_order", "pk")
        return list(listed.values_list("reference_id", flat=True))

    @cached_property
    def regulator(self) -> str:
        """The authority whose approval the badges speak of."""
        return regulator_of(self.practice_site.practice.jurisdictions)

    @cached_property
    def contents(self) -> list[tuple[str, str]]:
        """Anchor and words of every headed part of the body that says something."""
        return headings_of(self.body)

    def get_related_pages(self) -> models.Q:
        """Which pages are related to this one, besides its updates."""
        raise NotImplementedError

    def get_related_scopes(self) -> list[str]:
        """The tags of the uses by which they are found."""
        return []

    def get_treatment_ids(self) -> list[int]:
        """The treatment pages whose clinicians this page shows."""
        raise NotImplementedError

    @followed_property
    def _further_pages(self) -> list[Page]:
        """Related pages and updates, no more than are shown; only to be read."""
        if not self._is_routed or self.is_being_previewed:
            return self._fetch_further()
        return self.practice_site.keep(f"further {self.pk}", self._fetch_further)

    def _fetch_further(self) -> list[Page]:
        visible = self.practice_site.visible
        pages = Page.objects.filter(self.get_related_pages()).exclude(pk=self.pk)
        related = visible(pages).order_by("title")[:MOST_RELATED]
        topics = UpdateTopic.objects.filter(page=self.pk).order_by()
        about = Page.objects.filter(pk__in=topics.values("update"))
        latest = visible(about).order_by("-updatepage__published")[:MOST_UPDATES]
        either = models.Q(pk__in=related.values("pk")) | models.Q(
            pk__in=latest.values("pk")
        )
        found = Page.objects.filter(either).annotate(
            published=models.F("updatepage__published")
        )
        # Of the related ones those with the first titles.
        titles = titles_tag(self._meta.db_table)
        about_it = updates_about_tag(self.pk)
        scopes = [*pages_of(self._meta.model_name), titles, about_it]
        scopes += self.get_related_scopes()
        with only_standing_on(scopes, rows_of=[UpdateTopic, Indication]):
            pages = list(found.only(*NAMED).order_by("title"))
        for page in pages:
            page.uses = None  # Nobody describes them; the template asks all the same.
        return pages

    @followed_property
    def related(self) -> list[Page]:
        """The visible pages that a reader of this one may want next, by title."""
        return [page for page in self._further_pages if page.published is None]

    @followed_property
    def updates(self) -> list[Page]:
        """The latest visible updates about this page."""
        updates = [page for page in self._further_pages if page.published]
        return sorted(updates, key=lambda page: page.published, reverse=True)

    @followed_property
    def _offer(self) -> Offer:
        """Who offers what this page is about, and where."""
        return offer_of(self.get_treatment_ids())

    @followed_property
    def _people(self) -> dict[int, ClinicianPage]:
        """Author, reviewer and clinicians with all that their boxes print."""
        named = [pk for pk in (self.author_id, self.medical_reviewer_id) if pk]
        people = known_clinicians(self.practice_site, [*named, *self._offer.clinicians])
        self.author = people.get(self.author_id)
        self.medical_reviewer = people.get(self.medical_reviewer_id)
        return people

    def note_as_read(self):
        super().note_as_read()
        _ = self._people

    def get_own_context(self, request):
        # Author and reviewer are in place before anybody asks for them.
        if not self.may_keep_parts:
            _ = self._people
        return super().get_own_context(request)

    @property
    def seo_author(self):
        return self.keep_part("author", lambda: super(MedicalPage, self).seo_author)

    @property
    def seo_author_url(self):
        return self.keep_part(
            "author's address", lambda: super(MedicalPage, self).seo_author_url
        )

    @followed_property
    def locations_shown(self) -> list[LocationPage]:
        """The visible places where that is offered, by name."""
        keys = self._offer.locations
        places = known_places(self.practice_site)
        shown = [p for p in places if p.pk in keys and self.practice_site.shows(p)]
        return sorted(shown, key=lambda place: place.title)

    @followed_property
    def clinicians_shown(self) -> list[ClinicianPage]:
        """The visible clinicians who offer what this page is about."""
        shows, offering = self.practice_site.shows, self._offer.clinicians
        shown = [
            person
            for key, person in self._people.items()
            if key in offering and person.is_current and shows(person)
        ]
        return sorted(shown, key=lambda person: person.path)
