"""Measures the site beside a bare view, nginx and other systems; prints one table.

    python -m benchmarks [--rounds 5] [--no-peers]
    python -m benchmarks --large [--pages 10000]

Figures are CPU per request; what counts is the ratio within one run. Everything is kept
in var/benchmarks; remove that folder after changing what is measured.
"""

import argparse
import re
import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import ours, peers, proxies
from benchmarks.measuring import Case, Figures, measure
from benchmarks.serving import Server, gunicorn

PLAIN = {"Host": ours.HOST}
PACKED = {**PLAIN, "Accept-Encoding": "gzip"}
# On the smaller of two sites every list fills two pages, so that both show as much.
SMALL = 500
LARGE_PATHS = [
    "/",
    ours.PAGE,
    "/treatments/stem-cell-therapy/lupus/",
    "/team/gideon-lindenbrook/",
    "/conditions/",
    "/conditions/?page=2",
    "/treatments/",
    "/team/",
    "/search/?query=people",
    "/sitemap.xml",
]
# Signed in as an editor.
EDITOR_PATHS = ["/admin/", "/admin/pages/{conditions}/", "/admin/conditionpage/"]
SLOW = ("/sitemap", "/admin/")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    if options.large:
        compare_sizes(options.pages, options.rounds)
    else:
        compare_systems(options.rounds, with_peers=not options.no_peers)


def compare_systems(rounds: int, *, with_peers: bool) -> None:
    data = ours.KEPT / "demo"
    ours.prepare(data)
    with ExitStack() as running:
        site = running.enter_context(ours.serve(data))
        body = _body(site, ours.PAGE)
        cold = running.enter_context(ours.serve_uncached(data))
        first = running.enter_context(ours.serve_at_first_look(data))
        cases = [*_our_cases(site, cold), *_first_looks(first)]
        cases[:0] = [running.enter_context(_bare(body))]
        if proxies.is_there():
            cases += running.enter_context(_with_nginx(site, body))
        else:
            print("Without nginx its lines are left out.", file=sys.stderr)
        if with_peers:
            for peer in peers.prepare(_article(body)):
                server = running.enter_context(peer.serve())
                cases.append(_case_of(peer, server))
        figures = measure(cases, rounds)
        print_systems(cases, figures)


def _our_cases(site: Server, cold: Server) -> Iterator[Case]:
    count = {
        path: ours.queries_of(path, ours.ROOT, sys.executable, _settings())
        for path in (ours.PAGE, "/", "/conditions/", "/search/?query=lupus")
    }
    known = {**PACKED, "If-None-Match": _etag(site, ours.PAGE)}
    yield Case("kept page", site, ours.PAGE, PLAIN)
    yield Case("kept page, gzip", site, ours.PAGE, PACKED)
    yield Case("kept page, 304", site, ours.PAGE, known)
    for name, path in [
        ("cold medical page", ours.PAGE),
        ("cold home", "/"),
        ("cold list", "/conditions/"),
        ("search", "/search/?query=lupus"),
    ]:
        yield Case(name, cold, path, PLAIN, requests=60, queries=count[path])


def _first_looks(server: Server) -> Iterator[Case]:
    """The same where the process keeps no part of a page, after any change or start."""
    settings = _settings() | ours.NOTHING_KEPT
    for name, path in [("medical page", ours.PAGE), ("list", "/conditions/")]:
        asked = ours.queries_of(path, ours.ROOT, sys.executable, settings)
        title = f"first look at a {name}"
        yield Case(title, server, path, PLAIN, requests=60, queries=asked)


def _settings() -> dict[str, str]:
    return ours.environ(ours.KEPT / "demo")


@contextmanager
def _bare(body: bytes) -> Iterator[Case]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_bytes(body)
        environ = {"BARE_BODY": str(file)}
        with gunicorn("benchmarks.bare", ours.ROOT, environ) as server:
            yield Case("bare Django view", server, ours.PAGE, {"Host": "localhost"})


@contextmanager
def _with_nginx(site: Server, body: bytes) -> Iterator[list[Case]]:
    with TemporaryDirectory() as folder, ExitStack() as running:
        file = proxies.serving_a_file(Path(folder) / "file", body)
        proxy = proxies.before([site.port], Path(folder) / "proxy")
        running.enter_context(file)
        running.enter_context(proxy)
        yield [
            Case("nginx, a file", file, ours.PAGE, PLAIN, requests=2000),
            Case("nginx before the site", proxy, ours.PAGE, PLAIN, requests=2000),
            Case("nginx, a file, gzip", file, ours.PAGE, PACKED, requests=2000),
            Case("nginx before it, gzip", proxy, ours.PAGE, PACKED, requests=2000),
        ]


def _case_of(peer: peers.Peer, server: Server) -> Case:
    queries = ours.queries_of("/", peer.folder, str(peers.PYTHON), peer.environ)
    kept = peer is peers.CODERED_CACHED
    count = 400 if kept else 60
    return Case(peer.name, server, "/", PLAIN, requests=count, queries=queries)


def _body(site: Server, path: str) -> bytes:
    connection = site.connect()
    connection.request("GET", path, headers=PLAIN)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        sys.exit(
            f"{path} answered {response.status}: remove var/benchmarks, try again."
        )
    return body


def _etag(site: Server, path: str) -> str:
    connection = site.connect()
    connection.request("GET", path, headers=PACKED)
    return connection.getresponse().headers["ETag"]


def _article(body: bytes) -> str:
    """Headings and paragraphs of a page's main part, without attributes."""
    main = body.decode().partition("<main")[2].partition("</main>")[0]
    kept = re.findall(r"<(h2|h3|p|li)[^>]*>(.*?)</\1>", main, flags=re.DOTALL)
    texts = ((name, re.sub(r"<[^>]+>", "", text).strip()) for name, text in kept)
    return "".join(f"<{name}>{text}</{name}>" for name, text in texts if text)


def print_systems(cases: list[Case], figures: dict[str, Figures]) -> None:
    bare = figures["bare Django view"]
    print(
        f"{'':24}{'CPU ms':>9}{'× bare':>9}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}"
        f"{'MB':>7}{'kB':>7}{'queries':>9}{'status':>8}"
    )
    for case in cases:
        mine = figures[case.name]
        times = sorted(mine.times)
        rate = 1000 / statistics.mean(times)
        print(
            f"{case.name:24}{mine.per_request:9.3f}{mine.ratio_to(bare):9.2f}"
            f"{rate:10.0f}{times[len(times) // 2]:9.2f}{times[-len(times) // 100]:9.2f}"
            f"{case.server.memory():7.0f}{mine.size / 1000:7.1f}"
            f"{'' if case.queries is None else case.queries:>9}{mine.status:8}"
        )
    starts = {case.server.port: case for case in cases}.values()
    for case in starts:
        if "kept" in case.name:
            print(f"The site took {case.server.cpu_to_start:.1f} s of CPU to start.")


def compare_sizes(pages: int, rounds: int) -> None:
    """The same pages on a small site and on a large one, as nobody kept them."""
    with ExitStack() as running:
        cases: list[Case] = []
        for size in (SMALL, pages):
            data = ours.KEPT / f"pages-{size}"
            ours.prepare(data, pages=size)
            server = running.enter_context(ours.serve_uncached(data))
            cases += _cases_of_size(size, data, server)
        print_sizes(cases, measure(cases, rounds))


def _cases_of_size(size: int, data: Path, server: Server) -> Iterator[Case]:
    index, cookie = ours.sign_in(data)
    signed_in = {**PLAIN, "Cookie": cookie}
    editors = [path.format(conditions=index) for path in EDITOR_PATHS]
    for path in [*LARGE_PATHS, *editors]:
        is_slow = path.startswith(SLOW)
        headers = signed_in if path in editors else PLAIN
        yield Case(
            f"{path} {size}",
            server,
            path,
            headers,
            requests=2 if is_slow else 10,
            queries=ours.queries_of(
                path,
                ours.ROOT,
                sys.executable,
                ours.environ(data),
                cookie if path in editors else "",
            ),
            warming=2 if is_slow else 5,
        )


def print_sizes(cases: list[Case], figures: dict[str, Figures]) -> None:
    half = len(cases) // 2
    print(f"{'':38}{'small ms':>10}{'large ms':>10}{'ratio':>8}{'queries':>12}")
    for small, large in zip(cases[:half], cases[half:], strict=True):
        mine, its = figures[large.name], figures[small.name]
        print(
            f"{small.path:38}{its.per_request:10.2f}{mine.per_request:10.2f}"
            f"{mine.ratio_to(its):8.2f}{small.queries:6} → {large.queries}"
            f"{mine.status:6}"
        )
    print(f"The worker of the large site holds {cases[-1].server.memory():.0f} MB.")


if __name__ == "__main__":
    main()
