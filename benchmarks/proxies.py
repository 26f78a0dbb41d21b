"""nginx: serving one file, and as docs/deploy/nginx.conf puts it before the site."""

import gzip
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.ours import HOST, ROOT
from benchmarks.serving import Server, free_port

PURGE_MODULE = Path("/usr/lib/nginx/modules/ngx_http_cache_purge_module.so")
# One for each of the copies that are kept.
PURGE_PORTS = (8080, 8081)
DOCUMENTED = ROOT / "docs" / "deploy" / "nginx.conf"
FRAME = """{module}daemon off;
pid {folder}/pid;
worker_processes 1;
error_log {folder}/error.log;
{user}events {{}}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
{servers}
}}
"""
OF_A_FILE = """    server {{
        listen 127.0.0.1:{port};
        gzip_static on;
        location / {{ root {root}; try_files /page.html =404; }}
    }}
"""


def is_there() -> bool:
    return shutil.which("nginx") is not None


def can_purge() -> bool:
    return is_there() and PURGE_MODULE.exists()


def serving_a_file(folder: Path, body: bytes) -> Server:
    """nginx that answers any address with the same file."""
    root = folder / "root"
    root.mkdir(parents=True, exist_ok=True)
    (root / "page.html").write_bytes(body)
    (root / "page.html.gz").write_bytes(gzip.compress(body))
    server = _nginx(folder)
    servers = OF_A_FILE.format(port=server.port, root=root)
    _configure(folder, servers, with_purge=False)
    return server


def before(
    sites: list[int], folder: Path, port: int = 0, purge_ports: Sequence[int] = ()
) -> Server:
    """nginx as documented before sites on these ports, without TLS."""
    (folder / "cache").mkdir(parents=True, exist_ok=True)
    server = _nginx(folder, port)
    text = DOCUMENTED.read_text()
    text = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", text, flags=re.DOTALL)
    text = re.sub(r"    (listen \[::\]|ssl_).*\n", "", text)
    text = text.replace("listen 443 ssl http2", f"listen 127.0.0.1:{server.port}")
    machines = "\n".join(f"    server 127.0.0.1:{one};" for one in sites)
    text = text.replace("    server 127.0.0.1:8000;", machines)
    text = text.replace("/var/cache/nginx/practice", str(folder / "cache"))
    text = text.replace("server_name www.example.org", f"server_name {HOST}")
    text = text.replace("https$host$request_uri", "http$host$request_uri")
    text = text.replace("X-Forwarded-Proto https", "X-Forwarded-Proto http")
    text = text.replace(
        "proxy_set_header Host $host", "proxy_set_header Host $http_host"
    )
    for documented, own in zip(PURGE_PORTS, purge_ports, strict=False):
        text = text.replace(f"127.0.0.1:{documented}", f"127.0.0.1:{own}")
    if not purge_ports:
        text = text.partition("# The worker says here")[0]
    _configure(folder, text, with_purge=bool(purge_ports))
    return server


def _nginx(folder: Path, port: int = 0) -> Server:
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    return Server(command, folder, {}, port or free_port())


def _configure(folder: Path, servers: str, *, with_purge: bool) -> None:
    module = f"load_module {PURGE_MODULE};\n" if with_purge else ""
    user = "user root;\n" if Path.home() == Path("/root") else ""
    text = FRAME.format(folder=folder, servers=servers, module=module, user=user)
    (folder / "nginx.conf").write_text(text)
