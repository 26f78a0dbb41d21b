"""Somebody who writes to the practice."""

import http.client
import time
from urllib.parse import urlencode

from bs4 import BeautifulSoup

from contact.enquiries.tokens import QUICKEST
from tests.faults.site import Got, Site

TYPED = {"purpose": "contact", "way": "any", "time": "any", "consent": "on"}


class Writer:
    """Has opened the form, and read it as long as people do."""

    def __init__(self, site: Site, name: str) -> None:
        self.site = site
        page = site.ask("/enquiry/")
        form = BeautifulSoup(page.body, "html.parser").find("main").find("form")
        hidden = {i["name"]: i["value"] for i in form.find_all("input", type="hidden")}
        email = f"{name.lower().replace(' ', '.')}@example.org"
        self.body = urlencode({**hidden, **TYPED, "name": name, "email": email})
        self.headers = {
            "Cookie": page.headers["Set-Cookie"].partition(";")[0],
            "Referer": f"{site.environ['SITE_URL']}/enquiry/",
        }
        time.sleep(QUICKEST + 1)

    def send(self) -> Got:
        return self.site.ask("/enquiry/", self.body, **self.headers)

    def send_slowly(self, seconds: float) -> int:
        """Send half of it, wait, and send the rest; return the status."""
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=60)
        connection.putrequest("POST", "/enquiry/", skip_host=True)
        told = {
            **self.headers,
            "Host": f"localhost:{self.site.port}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(self.body)),
        }
        for name, value in told.items():
            connection.putheader(name, value)
        half = len(self.body) // 2
        connection.endheaders(self.body[:half].encode())
        time.sleep(seconds)
        connection.send(self.body[half:].encode())
        answer = connection.getresponse()
        connection.close()
        return answer.status
