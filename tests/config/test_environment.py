"""What the site accepts from the environment, and what it says when it does not."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


def message_of(read, *args, **kwargs) -> str:
    with pytest.raises(ImproperlyConfigured) as error:
        read(*args, **kwargs)
    return str(error.value)


def test_a_flag_is_true_or_false_in_small_letters():
    environ = {"ON": "true", "OFF": "false"}

    assert environment.flag("ON", environ=environ) is True
    assert environment.flag("OFF", True, environ=environ) is False


@pytest.mark.parametrize("value", ["yes", "True", "1", "on", "FALSE", "tru"])
def test_any_other_word_for_a_flag_is_an_error_that_says_what_is_allowed(value):
    message = message_of(environment.flag, "DEBUG", False, environ={"DEBUG": value})

    assert message == f"DEBUG is {value!r}; it must be one of: true, false."


@pytest.mark.parametrize("default", [True, False])
def test_a_flag_that_is_not_set_has_its_default(default):
    assert environment.flag("DEBUG", default, environ={}) is default


def test_a_variable_without_default_is_required():
    message = message_of(environment.text, "SECRET_KEY", environ={})

    assert message == "SECRET_KEY is not set, and there is no default."


@pytest.mark.parametrize("value", ["", "   "])
def test_an_empty_variable_counts_as_not_set(value):
    environ = {"NAME": value}

    assert environment.text("NAME", "fallback", environ=environ) == "fallback"
    assert environment.integer("NAME", 3, environ=environ) == 3
    assert environment.flag("NAME", True, environ=environ) is True
    assert environment.listing("NAME", ["a"], environ=environ) == ["a"]
    assert "not set" in message_of(environment.text, "NAME", environ=environ)


def test_space_around_a_value_does_not_count():
    assert environment.text("NAME", environ={"NAME": " value \n"}) == "value"


def test_the_process_environment_is_read_unless_told_otherwise(monkeypatch):
    monkeypatch.setenv("PRACTICE_COLOR", "green")

    assert environment.text("PRACTICE_COLOR") == "green"


def test_a_choice_is_taken_to_the_letter():
    levels = ["INFO", "WARNING"]

    assert environment.choice("LOG_LEVEL", levels, "INFO", environ={}) == "INFO"
    assert (
        message_of(
            environment.choice, "LOG_LEVEL", levels, environ={"LOG_LEVEL": "info"}
        )
        == "LOG_LEVEL is 'info'; it must be one of: INFO, WARNING."
    )


def test_a_default_that_is_no_choice_is_an_error_too():
    assert "'LOUD'" in message_of(
        environment.choice, "LOG_LEVEL", ["INFO"], "LOUD", environ={}
    )


@pytest.mark.parametrize(("value", "number"), [("1", 1), ("65535", 65535)])
def test_the_limits_of_a_number_are_allowed(value, number):
    assert (
        environment.integer("PORT", minimum=1, maximum=65535, environ={"PORT": value})
        == number
    )


@pytest.mark.parametrize("value", ["0", "65536", "-1", "9" * 30])
def test_a_number_outside_its_limits_is_an_error_that_names_them(value):
    message = message_of(
        environment.integer, "PORT", minimum=1, maximum=65535, environ={"PORT": value}
    )

    wanted = "a whole number at least 1 and at most 65535"
    assert message == f"PORT is {value!r}; it must be {wanted}."


@pytest.mark.parametrize("value", ["eighty", "1_000", "1.5", "8000.", "٣", "+3", "1 0"])
def test_only_plain_digits_make_a_number(value):
    message = message_of(environment.integer, "PORT", environ={"PORT": value})

    assert message == f"PORT is {value!r}; it must be a whole number."


def test_a_number_without_limits_may_be_negative():
    assert environment.integer("OFFSET", environ={"OFFSET": "-7"}) == -7


def test_a_listing_is_split_at_commas():
    environ = {"ALLOWED_HOSTS": "a.example.org, b.example.org"}

    assert environment.listing("ALLOWED_HOSTS", environ=environ) == [
        "a.example.org",
        "b.example.org",
    ]


def test_a_listing_that_is_not_set_is_a_copy_of_its_default():
    default = ["localhost"]

    hosts = environment.listing("ALLOWED_HOSTS", default, environ={})
    hosts.append("example.org")

    assert default == ["localhost"]


@pytest.mark.parametrize("value", [",", "a,,b", "a,", ",a"])
def test_a_listing_with_an_empty_part_is_an_error(value):
    message = message_of(
        environment.listing, "ALLOWED_HOSTS", environ={"ALLOWED_HOSTS": value}
    )

    assert message.startswith(f"ALLOWED_HOSTS is {value!r};")


@pytest.mark.parametrize(
    "address",
    [
        "https://clinic.example.org",
        "http://localhost:8000",
        "https://[::1]:8443/path",
    ],
)
def test_a_web_address_is_returned_unchanged(address):
    assert (
        environment.url(
            "SITE_URL", schemes=["http", "https"], environ={"SITE_URL": address}
        )
        == address
    )


def test_a_database_address_may_name_a_file_or_a_socket_instead_of_a_host():
    for address in ["sqlite:///db.sqlite3", "postgres:///practice"]:
        assert (
            environment.url(
                "DATABASE_URL",
                schemes=["sqlite", "postgres"],
                environ={"DATABASE_URL": address},
            )
            == address
        )


def test_an_address_that_is_not_set_has_its_default_even_an_empty_one():
    assert environment.url("REDIS_URL", "", schemes=["redis"], environ={}) == ""


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("mysql://h/db", "is mysql://…; it must begin with one of: postgres://."),
        ("db.example.org", "is an address without a scheme; it must begin with"),
        ("POSTGRES://h/db", "is POSTGRES://…; it must begin with"),
    ],
)
def test_an_address_with_another_scheme_is_an_error_that_names_the_schemes(
    address, complaint
):
    message = message_of(
        environment.url,
        "DATABASE_URL",
        schemes=["postgres"],
        environ={"DATABASE_URL": address},
    )

    assert message.startswith(f"DATABASE_URL {complaint}")


@pytest.mark.parametrize(
    "address",
    ["https://", "https:///path", "https://h:port", "https://h:99999", "https://[::1"],
)
def test_a_web_address_without_a_valid_host_is_an_error(address):
    message = message_of(
        environment.url, "SITE_URL", schemes=["https"], environ={"SITE_URL": address}
    )

    assert "it must name a valid host" in message


@pytest.mark.parametrize(
    "address",
    ["mysql://me:hunter2@h/db", "postgres://me:hunter2@h:port/db", "me:hunter2@h"],
)
def test_the_password_in_an_address_never_shows_in_the_error(address):
    message = message_of(
        environment.url,
        "DATABASE_URL",
        schemes=["postgres"],
        environ={"DATABASE_URL": address},
    )

    assert "hunter2" not in message


KEY = "A" * 43 + "="


def test_keys_are_a_list_and_none_without_any():
    assert environment.keys("KEYS", environ={}) == []
    assert environment.keys("KEYS", environ={"KEYS": f"{KEY}, {KEY}"}) == [KEY, KEY]


@pytest.mark.parametrize("value", ["secret", KEY[1:], f"{KEY},", "é" * 44])
def test_what_is_no_key_is_refused_and_never_shown(value):
    message = message_of(environment.keys, "KEYS", environ={"KEYS": value})

    assert message.startswith("KEYS must be a list of keys")
    assert value not in message
    assert KEY not in message
