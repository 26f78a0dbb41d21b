"""An object store of one's own that speaks S3, and the practice that keeps files in it."""

import json
import subprocess
import sys
from pathlib import Path

import boto3
import requests
from botocore.exceptions import ClientError
from bs4 import BeautifulSoup

from tests.faults.servers import free_port
from tests.faults.site import Site

BUCKET = "brackenfold"
PUBLIC = ("images/*", "avatar_images/*", "share-cards/*")
KEYS = {"AWS_ACCESS_KEY_ID": "bracken", "AWS_SECRET_ACCESS_KEY": "fern"}


class ObjectStoreServer:
    """A store that forgets everything when it stops, and notes what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_file = folder / "object-store.log"
        self.start()

    def start(self) -> None:
        program = str(Path(sys.executable).with_name("moto_server"))
        with self.log_file.open("w") as log:
            self.process = subprocess.Popen(  # noqa: S603
                [program, "-H", "127.0.0.1", "-p", str(self.port)],
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        Site.wait_for(self._answers)
        self.client.create_bucket(Bucket=BUCKET)
        # As docs/operators.md asks for.
        allowed = [f"arn:aws:s3:::{BUCKET}/{folder}" for folder in PUBLIC]
        rule = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
        policy = {
            "Version": "2012-10-17",
            "Statement": [{**rule, "Resource": allowed}],
        }
        self.client.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(policy))

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/moto-api/", timeout=5).ok
        except requests.ConnectionError:
            return False

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()

    @property
    def client(self):
        return boto3.client(
            "s3",
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        )

    @property
    def settings(self) -> dict[str, str]:
        """What an operator sets to keep files here."""
        address = {"MEDIA_S3_BUCKET": BUCKET, "MEDIA_S3_ENDPOINT": self.url}
        return {**KEYS, **address, "MEDIA_S3_REGION": "us-east-1"}

    def names(self, folder: str = "") -> set[str]:
        pages = self.client.get_paginator("list_objects_v2")
        found = pages.paginate(Bucket=BUCKET, Prefix=folder)
        return {one["Key"] for page in found for one in page.get("Contents", [])}

    def about(self, name: str) -> dict:
        return self.client.head_object(Bucket=BUCKET, Key=name)

    def asked(self) -> list[str]:
        """The requests so far, one a line."""
        return [line for line in self.log_file.read_text().splitlines() if '"' in line]

    def has(self, name: str) -> bool:
        try:
            return bool(self.about(name))
        except ClientError:
            return False


class Owner:
    """Somebody at work in the editor, in a browser of their own."""

    def __init__(self, site: Site) -> None:
        self.root = site.environ["SITE_URL"]
        self.browser = requests.Session()
        self.post("/admin/login/", username="owner", password="a-long-password")  # noqa: S106

    def get(self, path: str) -> requests.Response:
        return self.browser.get(self.root + path, timeout=60, allow_redirects=False)

    def post(self, path: str, file: tuple | None = None, **fields) -> requests.Response:
        """Fill in the form at a path and send it."""
        form = BeautifulSoup(self.get(path).text, "html.parser")
        token = form.find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
        return self.browser.post(
            self.root + path,
            {"csrfmiddlewaretoken": token, **fields},
            files={"file": file} if file else None,
            headers={"Referer": self.root + path},
            timeout=60,
            allow_redirects=False,
        )
