"""Two machines with one PostgreSQL and one Redis, behind nginx as documented."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from benchmarks import proxies
from benchmarks.serving import Server, free_port
from tests.faults.servers import REDIS, RedisServer
from tests.faults.site import BUILD, Got, Site

pytestmark = pytest.mark.stress

PAGE = "/conditions/lupus/"
PUBLISH = """
from treatments.models import ConditionPage
page = ConditionPage.objects.get(slug="lupus")
page.summary = "{summary}"
page.save_revision().publish()
"""


@dataclass
class Machines:
    """Both sites, and the proxy that visitors reach them by."""

    first: Site
    second: Site
    proxy: Server

    def ask(self, path: str) -> Got:
        """Ask as a visitor does."""
        connection = self.proxy.connect()
        connection.request("GET", path, headers={"Host": self.host})
        answer = connection.getresponse()
        body = answer.read().decode()
        return Got(answer.status, body, dict(answer.getheaders()), 0, 0)

    def ask_one(self, site: Site, path: str) -> Got:
        """Ask one of the machines, past the proxy."""
        return site.ask(path, Host=self.host, **{"X-Forwarded-Proto": "http"})

    @property
    def host(self) -> str:
        return f"localhost:{self.proxy.port}"


@pytest.fixture(scope="module")
def machines(postgresql, tmp_path_factory) -> Iterator[Machines]:
    if not proxies.can_purge() or REDIS is None:
        pytest.skip(
            "needs nginx, its purge module and Redis (Debian: apt install "
            "nginx libnginx-mod-http-cache-purge redis-server)"
        )
    port, redis_server = free_port(), RedisServer()
    purge_ports = [free_port() for _copy in proxies.PURGE_PORTS]
    settings = {
        "DATABASE_URL": postgresql.make_database("machines"),
        "REDIS_URL": redis_server.url,
        "SITE_URL": f"http://localhost:{port}",
        "TRUSTED_PROXIES": "1",
        "PURGE_URLS": ",".join(f"http://127.0.0.1:{one}" for one in purge_ports),
        "SECRET_KEY": "the-same-on-both-machines-" + "0" * 40,
    }
    names = ("first", "second")
    both = [Site(tmp_path_factory.mktemp(name), **settings) for name in names]
    both[0].manage("migrate", "--verbosity=0")
    both[0].manage("shell", "--verbosity=0", "-c", BUILD)
    folder = tmp_path_factory.mktemp("nginx")
    ports = [site.port for site in both]
    with proxies.before(ports, folder, port, purge_ports) as proxy:
        for site in both:
            site.serve()
        both[0].work()
        yield Machines(*both, proxy)
        for site in both:
            site.stop()
    redis_server.stop()


def test_what_one_machine_publishes_the_other_and_the_proxy_show(machines):
    first, second = machines.first, machines.second
    for site in (first, second):
        assert "quartz" not in machines.ask_one(site, PAGE).body
    assert machines.ask(PAGE).status == 200
    assert machines.ask(PAGE).headers["X-Proxy-Cache"] == "HIT"

    first.manage("shell", "-c", PUBLISH.format(summary="A summary made of quartz."))

    assert "quartz" in machines.ask_one(second, PAGE).body
    first.wait_for(lambda: "quartz" in machines.ask(PAGE).body)
    assert machines.ask(PAGE).headers["X-Proxy-Cache"] == "HIT"


def test_visitors_do_not_notice_that_a_machine_has_gone(machines):
    machines.first.processes["web"].kill()

    answers = [machines.ask(f"/search/?query=lupus+{n}").status for n in range(40)]
    assert answers == [200] * 40
