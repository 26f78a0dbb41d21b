"""Tests that need no browser pass at once, or the code is wrong."""


def test_nothing_outside_the_browser_tests_is_run_again(request):
    assert request.node.get_closest_marker("flaky") is None
    assert not request.config.getoption("reruns")
    assert not request.config.getini("reruns")
