"""crawl.py WAY FILE... - a WARC of the files, to stdout.
    resource    records that hold the files
    plain       HTTP responses, as they are
    framed      HTTP responses: chunks, compression, both, in turn
    gzip        as framed, with a gzip member a record
    dated       as plain, with a WARC-Date"""
import gzip
import sys
import zlib


def chunked(body, size=1000):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x;of=%d\r\n%s\r\n" % (len(p), size, p) for p in parts) + b"0\r\n\r\n"


def bare_deflate(body):
    z = zlib.compressobj(9, zlib.DEFLATED, -15)
    return z.compress(body) + z.flush()


FRAMES = [
    ("", lambda body: body),
    ("Transfer-Encoding: chunked\r\n", chunked),
    ("Content-Encoding: gzip\r\n", lambda body: gzip.compress(body, mtime=0)),
    ("Content-Encoding: x-gzip\r\nTransfer-Encoding: chunked\r\n",
     lambda body: chunked(gzip.compress(body, mtime=0))),
    ("Content-Encoding: deflate\r\n", zlib.compress),
    ("Transfer-Encoding: deflate, chunked\r\n", lambda body: chunked(bare_deflate(body))),
]


def record(kind, name, content, more=""):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {name}\r\n{more}"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def response(name, body, frame, more=""):
    fields, encode = frame
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n{fields}\r\n"
    return record("response", "http://" + name, head.encode() + encode(body), more)


def main(way, names):
    records = [record("warcinfo", "", b"software: crawl.py\r\n")]
    for i, name in enumerate(names):
        with open(name, "rb") as file:
            body = file.read()
        records.append(record("request", "http://" + name, b"GET / HTTP/1.1\r\n\r\n"))
        if way == "resource":
            records.append(record("resource", name, body))
        elif way == "dated":
            records.append(response(name, body, FRAMES[0], "WARC-Date: 2022-03-06T04:02:06Z\r\n"))
        else:
            records.append(response(name, body, FRAMES[0 if way == "plain" else i % len(FRAMES)]))
    for one in records:
        sys.stdout.buffer.write(gzip.compress(one, mtime=0) if way == "gzip" else one)


main(sys.argv[1], sys.argv[2:])
