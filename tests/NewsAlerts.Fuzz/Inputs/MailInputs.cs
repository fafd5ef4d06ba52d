using NewsAlerts.Ingesting;
using static NewsAlerts.Fuzz.Inputs.BadInput;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>Mail messages with more in them than a newsletter.</summary>
internal static class MailInputs
{
    private const string Head = "From: Gazette <news@harbour.example>\r\nTo: ann@example.com\r\nSubject: Ferry\r\nDate: Mon, 2 Mar 2026 08:00:00 +0100\r\nMIME-Version: 1.0\r\n";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        OfText("A gzip bomb attached, of 500 MB", "gzip-bomb.eml", () => Attached("application/gzip", "news.gz", Bombs.Gzip(500_000_000))),
        OfText("A zip bomb attached, of 500 MB", "zip-bomb.eml", () => Attached("application/zip", "../../news.zip", Bombs.Zip(500_000_000))),
        OfText("Nothing but a gzip bomb", "only-bomb.eml", () =>
            $"{Head}Content-Type: application/gzip\r\nContent-Encoding: gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Bombs.Gzip(100_000_000))}\r\n", RejectionReason.NoText),
        OfText("A text part that is a gzip bomb", "text-bomb.eml", () =>
            $"{Head}Content-Type: text/plain\r\nContent-Encoding: gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Bombs.Gzip(100_000_000))}\r\n"),
        OfText("Messages nested 10,000 deep", "deep.eml", () => Head + Repeat("Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n", 10_000), RejectionReason.NoText),
        OfText("Parts nested 10,000 deep", "parts.eml", () =>
            Head + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")), RejectionReason.NoText),
        OfText("100,000 empty parts", "many-parts.eml", () => $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{Repeat("--b\r\n\r\n\r\n", 100_000)}--b--\r\n", RejectionReason.Malformed),
        OfText("100,000 recipients", "recipients.eml", () => $"From: a@b.example\r\nTo: {Repeat("a@b.example, ", 100_000)}c@d.example\r\nSubject: x\r\n\r\n{Prose}\r\n", RejectionReason.Malformed),
        OfText("100,000 headers", "headers.eml", () => $"{Head}{Repeat("X-Y: z\r\n", 100_000)}\r\n{Prose}\r\n", RejectionReason.Malformed),
        OfText("A header of comments nested in comments", "comments.eml", () => $"From: {new string('(', 100_000)}\r\nSubject: x\r\nDate: y\r\n\r\n{Prose}\r\n"),
        OfText("A subject of 100,000 encoded words", "words.eml", () => $"From: a@b.example\r\nDate: y\r\nSubject: {Repeat("=?utf-8?q?=C3=A4?= ", 10_000)}\r\n\r\n{Prose}\r\n"),
        OfText("A subject that injects a header", "injected.eml", () =>
            $"From: =?utf-8?q?A=0D=0ABcc:_x@y.example?= <a@b.example>\r\nDate: y\r\nSubject: =?utf-8?q?Ferry=0D=0ABcc:_x@y.example=0D=0A=0D=0ABody?=\r\n\r\n{Prose}\r\n"),
        OfText("Base64 that is none", "base64.eml", () => $"{Head}Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{Repeat("@@@@ ", 100_000)}\r\n", RejectionReason.NoText),
        OfText("50 parts of pages that are heavy to read", "pages.eml", () =>
            $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{Repeat($"--b\r\nContent-Type: text/html\r\n\r\n<p>{Prose}</p>{Repeat("<b a><i c><p>x", 300)}\r\n", 50)}--b--\r\n"),
    ];

    private static string Attached(string type, string name, byte[] content) => $"""
        {Head}Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        {Prose}
        --b
        Content-Type: {type}; name="{name}"
        Content-Disposition: attachment; filename="{name}"
        Content-Transfer-Encoding: base64

        {Base64(content)}
        --b--

        """;

    private static string Base64(byte[] content) => Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
}
