"""The columns of the list as a file: the export writes what the import reads."""

from contact.models.subscribers import Subscriber

# Nobody is put on the list without what they agreed to, when, and where that was.
REQUIRED = ["email", "consent_text", "consent_time", "consent_source"]
OPTIONAL = ["topics", "state"]
COLUMNS = [*REQUIRED, *OPTIONAL, "on_the_list_since", "unsubscribed", "came_back"]
BETWEEN_TOPICS = "|"


def row_of(subscriber: Subscriber) -> dict[str, object]:
    """Column → value of one subscriber."""
    words = subscriber.words
    return {
        "email": subscriber.email,
        "consent_text": words.get("consent", ""),
        "consent_time": words.get("consent_time", ""),
        "consent_source": words.get("source", ""),
        "topics": BETWEEN_TOPICS.join(subscriber.topics),
        "state": subscriber.state,
        "on_the_list_since": subscriber.confirmed,
        "unsubscribed": subscriber.left,
        "came_back": subscriber.bounced,
    }
