"""Serves one folder as a static host would, and says each path that it is asked for; a program, to be killed.

Where the folder holds an `answers.json`, every address is answered with the status, headers and body that stand there.
"""

import io
import json
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit


def _serve(folder, mount, port):
    class Answer(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path):
            asked = urlsplit(path).path
            if asked.rsplit("/", 1)[-1].startswith((".", "_")):
                return f"{folder}/what is for the host is for nobody else"
            inside = super().translate_path("/" + asked.removeprefix(mount))
            return inside if asked.startswith(mount) else f"{folder}/nothing is outside of the mount"

        def send_error(self, code, *_):
            lost = Path(folder, "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(lost)))
            self.end_headers()
            self.wfile.write(lost)

        def send_head(self):
            answers = Path(folder, "answers.json")
            if not answers.exists():
                return super().send_head()
            it = json.loads(answers.read_text("utf-8"))
            body = it["body"].encode()
            self.send_response(it["status"])
            for name, value in {"Content-Type": "text/html", "Content-Length": len(body), **it["headers"]}.items():
                self.send_header(name, str(value))
            self.end_headers()
            return io.BytesIO(body)

        def end_headers(self):
            self.send_header("Cache-Control", "max-age=600")  # as hosts of static sites do
            super().end_headers()

        def log_message(self, *_):
            sys.stdout.write(f"{urlsplit(self.path).path}\n")
            sys.stdout.flush()

    ThreadingHTTPServer.allow_reuse_address = True
    ThreadingHTTPServer.request_queue_size = 128  # of a page, whose six connections a busy machine may not take at once
    ThreadingHTTPServer(("127.0.0.1", port), lambda *given: Answer(*given, directory=folder)).serve_forever()


if __name__ == "__main__":
    _serve(sys.argv[1], sys.argv[2], int(sys.argv[3]))
