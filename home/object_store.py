"""Files in an object store that speaks S3, which may be away."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.encoding import filepath_to_uri
from django.utils.functional import cached_property
from django_tasks import default_task_backend, task
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from home.storage import A_YEAR, PUBLIC_FOLDERS, StoreFailure

logger = logging.getLogger(__name__)

KEPT_IN_MEMORY = 5_000_000  # bytes; a larger file waits on the disk
TRIED_AGAIN_AFTER = timedelta(minutes=10)


@contextmanager
def _store_asked() -> Iterator[None]:
    """Make one kind of error of all that may go wrong on the way."""
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as error:
        raise StoreFailure(f"The object store failed: {error}") from error


class ObjectStore(S3Storage):
    """A bucket in which what visitors may see is public, and nothing else."""

    def get_default_settings(self) -> dict:
        return {
            **super().get_default_settings(),
            "public_url": "",  # Where browsers ask, where it is not the store itself.
            "file_overwrite": False,
            "querystring_auth": False,
            "max_memory_size": KEPT_IN_MEMORY,
            "client_config": Config(
                # Editors wait for it.
                connect_timeout=2,
                read_timeout=10,
                retries={"mode": "standard", "total_max_attempts": 2},
                # Other makers' stores refuse the checksums that Amazon's has added.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }

    @cached_property
    def base_url(self) -> str:
        """What the address of every file begins with."""
        if self.public_url:
            return f"{self.public_url.rstrip('/')}/"
        # Not of the signing client, which may ask the network who it is.
        client = self.unsigned_connection.meta.client
        wanted = {"Bucket": self.bucket_name, "Key": "-"}
        return client.generate_presigned_url("get_object", Params=wanted)[:-1]

    def url(self, name, parameters=None, expire=None, http_method=None) -> str:
        """The address of a file; nobody is asked, and nothing is signed."""
        return self.base_url + filepath_to_uri(
            self._normalize_name(clean_name(name))
        ).lstrip("/")

    def get_object_parameters(self, name: str) -> dict[str, str]:
        is_public = name.startswith(PUBLIC_FOLDERS)
        kept = f"public, max-age={A_YEAR}, immutable" if is_public else "private"
        return {**super().get_object_parameters(name), "CacheControl": kept}

    def _open(self, name, mode="rb"):
        with _store_asked():
            file = super()._open(name, mode)
            if "r" in mode:
                file.open()  # All of it, or an error now and not halfway.
            return file

    def _save(self, name, content):
        with _store_asked():
            return super()._save(name, content)

    def delete(self, name: str) -> None:
        """Delete a file; where the store is away, the worker does it later."""
        try:
            with _store_asked():
                super().delete(name)
        except StoreFailure:
            if not default_task_backend.supports_defer:
                raise
            logger.warning("The object store is away: a file is deleted later")
            later = timezone.now() + TRIED_AGAIN_AFTER
            delete_file.using(run_after=later).enqueue(name)

    def exists(self, name):
        with _store_asked():
            return super().exists(name)

    def listdir(self, name):
        with _store_asked():
            return super().listdir(name)

    def size(self, name):
        with _store_asked():
            return super().size(name)


@task()
def delete_file(name: str) -> None:
    """Delete what could not be deleted when it was time."""
    default_storage.delete(name)
