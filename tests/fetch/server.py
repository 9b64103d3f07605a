"""A server of news pages that does what real ones do, and worse; for test_fetch.py and
test_watch.py.  Every request is noted: (path, headers, seconds).

A path is answered by what `at` says: a function of the request, or (status, headers, body).
Standard library only.
"""
import http.server
import socket
import socketserver
import ssl
import threading
import time


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, tls=None, port=0):
        super().__init__(("127.0.0.1", port), Handler)
        self.seen, self.connections, self.pages = [], 0, {}
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.scheme = "https" if tls else "http"
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def get_request(self):
        pair = super().get_request()
        self.connections += 1
        return pair

    def handle_error(self, request, client_address):
        pass

    @property
    def port(self):
        return self.server_address[1]

    def url(self, path="/", host="127.0.0.1"):
        return "%s://%s:%d%s" % (self.scheme, host, self.port, path)

    def at(self, path, *answer):
        """answer: a function of the handler, or body, or status, headers, body."""
        if len(answer) == 1 and not callable(answer[0]):
            answer = (200, {"Content-Type": "text/html; charset=utf-8"}, answer[0])
        self.pages[path] = answer[0] if callable(answer[0]) else answer

    def paths(self):
        return [s[0] for s in self.seen]

    def stop(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers), time.monotonic()))
        page = self.server.pages.get(self.path)
        if page is None and "*" in self.server.pages:
            page = self.server.pages["*"]
        if page is None:
            page = (404, {}, b"not here")
        if callable(page):
            page = page(self)
        if page is not None:
            self.answer(*page)

    def answer(self, status, headers, body):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in headers.items():
            for one in value if isinstance(value, list) else [value]:
                self.send_header(name, one)
        if status != 304 and not any(n.lower() in ("content-length", "transfer-encoding") for n in headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 304:
            try:
                self.wfile.write(body)
            except OSError:
                pass
        if "Content-Length" in headers:  # a length that may be a lie: the connection cannot go on
            self.close_connection = True


def silent_port():
    """A listening socket that never answers, and the list of those who came."""
    s = socket.socket()
    s.bind(("127.0.0.1", 0))
    s.listen(8)
    return s


def conditional(body, etag='"v1"', modified=None, type_="text/html; charset=utf-8"):
    """A page with validators: 304 when they are given back."""
    def page(handler):
        headers = {"Content-Type": type_, "ETag": etag}
        if modified:
            headers["Last-Modified"] = modified
        if handler.headers.get("If-None-Match") == etag:
            return 304, headers, b""
        return 200, headers, body() if callable(body) else body
    return page
