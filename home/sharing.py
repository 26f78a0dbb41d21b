"""Plain links with which a reader passes a page on."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from home.models.practice import ShareNetwork


@dataclass(frozen=True)
class ShareLink:
    """A network, its name, and the address that opens its own share form."""

    network: str
    label: str
    href: str


def share_links(networks: list[str], url: str, title: str) -> list[ShareLink]:
    """Build the links for these networks in their usual order.

    `url` is the canonical address and travels encoded; no script is involved.
    """
    addresses = {
        ShareNetwork.FACEBOOK: "https://www.facebook.com/sharer/sharer.php?"
        + urlencode({"u": url}),
        ShareNetwork.X: "https://x.com/intent/post?"
        + urlencode({"url": url, "text": title}),
        ShareNetwork.LINKEDIN: "https://www.linkedin.com/sharing/share-offsite/?"
        + urlencode({"url": url}),
        # Mail programs show a plus where urlencode() writes one for a space.
        ShareNetwork.EMAIL: f"mailto:?subject={quote(title)}&body={quote(url, safe='')}",
    }
    return [
        ShareLink(network.value, str(network.label), address)
        for network, address in addresses.items()
        if network.value in networks
    ]
