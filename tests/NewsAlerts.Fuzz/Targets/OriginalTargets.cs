using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>The readers of originals, one a format: decoded, read, composed to articles.</summary>
internal static class OriginalTargets
{
    private const string Prose = "The ferry runs again from March, the board said. “Dr. Holt was right,” it added... 300 people commute.\n\nTickets cost 4.50 kroner – or less!";

    private static readonly IOptions<IngestOptions> Options = Microsoft.Extensions.Options.Options.Create(new IngestOptions());
    private static readonly OriginalReader Reader = new(Options);
    private static readonly ArticleComposer Composer = new(new LanguageDetector(), Options, TimeProvider.System);

    private static readonly FuzzTarget[] All =
    [
        Of("text", "plain text, in any encoding", "a.txt", [],
        [
            Prose, $"Title: Ferry\nBy: Ann Lee\nDate: 2026-03-02\n\n{Prose}", "FERRY RUNS AGAIN\nBy Ann Lee\n\n" + Prose, "- one item\n- another item\n1. third one\n\n" + Prose,
            "Η σύνοδος έληξε; Ναι. ሰላም፡፡ የሰላም ቃል። これは「船。」です。次の文。 ยาวมาก ข้อความ นี้ ยาว", "?I am here,? he said. The territory?s port . . . closed.?It has 12 berths.[3] 😀",
        ]),
        Of("markdown", "Markdown with front matter", "a.md", ["Markdig"],
        [
            $"---\ntitle: Ferry *runs*\ntags: [a, b]\nauthors:\n- Ann\n- Bo\n---\n# Ferry\n\n{Prose}\n\n* item\n  1. nested\n\n> quoted [link](https://a.example \"t\") ![i](x.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            $"# A\n\n```\ncode\n```\n\n~~gone~~ **bold** `x` <b>html</b> &amp; [^1]\n\n[^1]: Note\n\n{Prose}\n",
        ]),
        Of("html", "web pages", "a.html", ["AngleSharp", "SmartReader"],
        [
            $$"""
            <!doctype html><html lang="en"><head><title>Ferry - Gazette</title><meta property="og:title" content="Ferry"><meta name="date" content="2 March 2026 07:00 GMT">
            <script type="application/ld+json">[{"@type":"NewsArticle","headline":"Ferry","author":[{"name":"Ann"}],"articleBody":"Short."}]</script></head>
            <body><nav>Home</nav><article><h1>Ferry</h1><p class=byline>By Ann</p><p>{{Prose}}</p><ul><li>One<li><p>Two</ul><table><tr><td>a<td>b</table><q>Yes</q><sup>[1]</sup><p hidden>No</p><pre>x
            y</pre></article><footer>©</footer></body></html>
            """,
            $"<p>{Prose}<br>{Prose}<div style='display: none'>x</div><template><b>y</b></template><svg><title>z</title></svg>",
        ]),
        Of("json", "JSON and JSON Lines: schema.org, ninjs, our own shape", "a.json", [],
        [
            """{"title":"Ferry","text":"The ferry runs again from March, it said.","byline":"Ann","published":"2026-03-02","tags":["a"]}""",
            """{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"F &amp; f","articleBody":"<p>The ferry runs again from March.</p>","author":{"@id":"#a"},"url":"https://a.example/"},{"@id":"#a","name":"Ann"}]}""",
            """{"uri":"urn:x","type":"text","headline":"Ferry","body_html":"<p>The ferry runs again from March.</p>","body_text":"x","versioncreated":"2026-03-02T08:00:00Z","subject":[{"name":"Sea"}],"by":"Ann"}""",
            "{\"title\":\"One\",\"text\":\"The ferry runs again from March.\"}\n{\"title\":\"Two\",\"text\":\"It costs forty kroner a day.\"}\n{broken\n",
            """[{"text":"The ferry runs again from March."},1,{"text":""}]""",
        ]),
        Of("feed", "RSS and Atom", "a.xml", ["AngleSharp"],
        [
            """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette &amp; co</title><language>en</language><item><title>Ferry &lt;b&gt;runs&lt;/b&gt;</title><link>https://a.example/1</link><pubDate>Mon, 2 Mar 2026 08:00:00 EST</pubDate><author>a@b.example (Ann)</author><category>Sea</category><description>&lt;p&gt;The ferry runs again from March.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The ferry runs again from March, it said.</p>]]></content:encoded></item><item><title>Bare</title></item></channel></rss>""",
            """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">G</title><entry><title>Ferry</title><link rel="alternate" href="https://a.example/"/><author><name>Ann</name></author><category term="x" label="Sea"/><updated>2026-03-02T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry runs again from March.</p></div></content><source><title>S</title></source></entry></feed>""",
            """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>G</title></channel><item><title>F</title><description>The ferry runs again from March.</description><dc:date>2026-03-02</dc:date><dc:creator>Ann</dc:creator><dc:subject>Sea</dc:subject></item></rdf:RDF>""",
        ]),
        Of("mail", "mail messages", "a.eml", ["MimeKit", "AngleSharp"],
        [
            "From: Gazette <a@b.example>\r\nTo: c@d.example\r\nSubject: Fwd: =?utf-8?q?F=C3=A4rjan?=\r\nDate: Mon, 2 Mar 2026 08:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; format=flowed\r\n\r\nThe ferry runs \r\nagain from March.\r\n-- \r\nx\r\n--a\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The caf=E9 ferry runs again from March.</p><p>Unsubscribe</p>\r\n--a--\r\n",
            "From: a@b.example\nSubject: x\nDate: Mon, 2 Mar 2026 08:00:00 +0100\nContent-Type: message/rfc822\n\nFrom: b@b.example\nSubject: Re: In\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nVGhlIGZlcnJ5IHJ1bnMgYWdhaW4gZnJvbSBNYXJjaC4=\n",
            "From: a@b.example\nSubject: x\nTo: y\nContent-Type: multipart/mixed; boundary=\"m\"\n\n--m\nContent-Type: text/plain\n\nThe ferry runs again from March.\n--m\nContent-Type: application/zip; name*=utf-8''%20.zip\nContent-Disposition: attachment\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#0V%T\n`\nend\n--m--\n",
        ]),
    ];

    public static IEnumerable<string> Names => ["text", "markdown", "html", "json", "feed", "mail"];

    public static FuzzTarget Find(string name) => All.Single(target => target.Name == name);

    private static FuzzTarget Of(string name, string what, string file, string[] libraries, string[] seeds)
    {
        var head = new OriginalHead(file, "\"0x1\"", 0, null, DateTimeOffset.UnixEpoch);
        return new FuzzTarget(name, what, libraries, seeds, content => Read(head, content));
    }

    private static void Read(OriginalHead head, byte[] content)
    {
        switch (Reader.Read(head, content, CancellationToken.None))
        {
            case ReadOutcome.Rejected(var rejection):
                Hold(rejection);
                break;

            case ReadOutcome.Entries(var entries):
                BrokenPromiseException.Unless(entries.Count is > 0 and <= 500, "An original brings 1 to 500 entries.");
                foreach (var (index, entry) in entries.Index())
                {
                    Compose(head, InSomeLanguage(entry), entries.Count == 1 ? null : index);
                }

                break;
        }
    }

    /// <summary>What declares no language is taken for English: detecting it loads models for seconds, whenever the fuzzer starts the parser anew.</summary>
    private static ReadEntry InSomeLanguage(ReadEntry entry) =>
        entry is ReadEntry.Drafted(var draft) && string.IsNullOrWhiteSpace(draft.Language) ? new ReadEntry.Drafted(draft with { Language = "en" }) : entry;

    private static void Compose(OriginalHead head, ReadEntry entry, int? number)
    {
        switch (Composer.Compose(head, entry, number))
        {
            case ComposeOutcome.Rejected(var rejection):
                Hold(rejection);
                break;

            case ComposeOutcome.Composed(var article):
                ArticlePromises.Hold(article);
                break;
        }
    }

    private static void Hold(Rejection rejection)
    {
        BrokenPromiseException.Unless(rejection.Reason != RejectionReason.Unreadable, $"A reader fails as foreseen: {rejection.Detail}");
        BrokenPromiseException.Unless(rejection is { Detail.Length: > 0, Remedy.Length: > 0 }, "A rejection says what is wrong, and the remedy.");
    }
}
