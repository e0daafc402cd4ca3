"""The addresses of our own beside Streamlit's."""

from starlette.requests import Request

from ui import server


def request(query: bytes) -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "server": ("127.0.0.1", 8501),
            "path": "/overview",
            "query_string": query,
            "headers": [],
        }
    )


def test_the_first_page_opens_by_its_name_too_with_the_filters_of_the_link():
    answer = server.to_first_page(request(b"province=50&fy=2569"))

    assert answer.status_code == 307
    assert answer.headers["location"] == "http://127.0.0.1:8501/?province=50&fy=2569"
    assert "/overview" in [route.path for route in server.routes()]
