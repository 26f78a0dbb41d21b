"""How many processes the web server starts by itself."""

import os

import pytest

from config.machine import MB, cores, memory, workers


@pytest.mark.parametrize(
    ("machine_cores", "megabytes", "expected"),
    [
        (2, 8192, 3),
        (4, 1024, 5),
        (8, 1024, 5),
        (1, 256, 1),
        (2, 512, 1),
        (99, 99999, 64),
    ],
)
def test_workers_follow_cores_as_far_as_memory_goes(machine_cores, megabytes, expected):
    assert workers(machine_cores, megabytes * MB) == expected


def write(root, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{text}\n", "ascii")


def test_a_machine_without_limits_has_all_it_is_built_with(tmp_path):
    write(tmp_path, "sys/fs/cgroup/memory.max", "max")
    write(tmp_path, "sys/fs/cgroup/cpu.max", "max 100000")

    assert memory(tmp_path) == os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert 1 <= cores(tmp_path) <= os.cpu_count()


def test_a_container_has_what_it_was_given(tmp_path):
    write(tmp_path, "sys/fs/cgroup/memory.max", str(64 * MB))
    write(tmp_path, "sys/fs/cgroup/cpu.max", "50000 100000")

    assert memory(tmp_path) == 64 * MB
    assert cores(tmp_path) == 1


def test_the_narrowest_limit_around_a_service_counts(tmp_path):
    write(tmp_path, "proc/self/cgroup", "0::/system.slice/site.service")
    write(tmp_path, "sys/fs/cgroup/system.slice/memory.max", str(48 * MB))
    write(tmp_path, "sys/fs/cgroup/system.slice/site.service/memory.max", str(96 * MB))

    assert memory(tmp_path) == 48 * MB


def test_control_groups_of_the_first_kind_count_too(tmp_path):
    write(tmp_path, "proc/self/cgroup", "4:memory:/docker/abc\n1:cpu:/docker/abc")
    write(tmp_path, "sys/fs/cgroup/memory/memory.limit_in_bytes", str(32 * MB))

    assert memory(tmp_path) == 32 * MB
