using System.Text;
using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Ingesting;

public class OriginalReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t \n")]
    [InlineData("\uFEFF  ")]
    [InlineData("\u2003\u00A0\n")]
    public void Nothing_but_white_space_is_empty(string text) => Assert.Equal(RejectionReason.Empty, Originals.Rejection("a.txt", text).Reason);

    public static TheoryData<byte[], RejectionReason> Binaries => new()
    {
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], RejectionReason.Binary },
        { "%PDF-1.7\n%âãÏÓ\n1 0 obj"u8.ToArray(), RejectionReason.Binary },
        { "%PDF-1.7\n trailer << /Encrypt 5 0 R >>"u8.ToArray(), RejectionReason.Encrypted },
        { "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"u8.ToArray(), RejectionReason.Encrypted },
        { "Text with\0a NUL in it, which no text has."u8.ToArray(), RejectionReason.Binary },
        { [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 131 % 251 % 32))], RejectionReason.Binary },
    };

    [Theory]
    [MemberData(nameof(Binaries))]
    public void What_is_no_text_is_rejected_by_its_kind(byte[] content, RejectionReason reason)
    {
        var rejection = Originals.Rejection("a.txt", content);

        Assert.Equal(reason, rejection.Reason);
        Assert.NotEmpty(rejection.Remedy);
    }

    [Fact]
    public void Invalid_UTF_8_is_read_in_the_encoding_that_it_is_likely_in()
    {
        var outcome = Originals.Read("a.txt", Encoding.Latin1.GetBytes("Das Fährschiff fährt wieder. Die Überfahrt dauert fünfundzwanzig Minuten, sagte der Vorstand über die Pläne für März."));

        var entry = Assert.Single(Assert.IsType<ReadOutcome.Entries>(outcome).All);
        Assert.StartsWith("Das Fährschiff fährt", Assert.IsType<ReadEntry.Drafted>(entry).Draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_decides_before_type_and_name() =>
        Assert.Equal("Ferry", Originals.Draft("a.html", "{\"title\":\"Ferry\",\"text\":\"It runs again.\"}", "text/html").Title);

    [Fact]
    public void The_declared_type_decides_before_the_name() =>
        Assert.Equal("Ferry", Originals.Draft("a.txt", "# Ferry\n\nIt runs again.", "text/markdown; charset=utf-8").Title);

    [Fact]
    public void A_heading_without_a_telling_name_is_Markdown() => Assert.Equal("Ferry runs", Originals.Draft("upload", "# Ferry *runs*\n\nIt runs again.").Title);

    [Theory]
    [InlineData("todo.md", "[ ] Port closes on Monday.\n[ ] Ferry runs again.")]
    [InlineData("brace.txt", "{\"Quote\" he said} is how the harbour board's note begins.")]
    [InlineData("list.txt", "[] is an empty list, said the harbour board.")]
    public void A_text_that_begins_like_JSON_is_text(string name, string text) =>
        Assert.Contains(text[^10..], Originals.Draft(name, text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.txt", "{\"text\": \"It runs again.\"}")]
    [InlineData("a.txt", "[{\"text\": \"It runs again.\"}]")]
    [InlineData("upload", "{\"text\": \"It runs again.\"}")]
    public void JSON_under_another_name_is_JSON(string name, string json) => Assert.Equal("It runs again.", Originals.Draft(name, json).Text);

    [Fact]
    public void JSON_lines_in_a_text_are_JSON() => Assert.Equal(2, Originals.Entries("a.txt", "{\"text\":\"One of them.\"}\n{\"text\":\"The other one.\"}\n").Count);

    [Theory]
    [InlineData("text/html; charset=")]
    [InlineData("text/html; charset=\"\"")]
    [InlineData("text/html; charset=binary")]
    public void A_charset_that_is_none_leaves_the_documents_own(string contentType)
    {
        // No detector knows this one.
        var page = System.Text.Encoding.GetEncoding("macintosh").GetBytes("<html><head><meta charset=\"macintosh\"></head><body><p>Die Fähre fährt wieder über den Fjord.</p></body></html>");

        var entries = Assert.IsType<ReadOutcome.Entries>(Originals.Read("a.html", page, contentType)).All;

        Assert.Equal("Die Fähre fährt wieder über den Fjord.", Assert.IsType<ReadEntry.Drafted>(Assert.Single(entries)).Draft.Text.Trim());
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var reader = new OriginalReader(Options.Create(new IngestOptions()));

        Assert.Throws<OperationCanceledException>(() => reader.Read(GivenArticle.Head("a.txt"), "Some text."u8.ToArray(), cancelled.Token));
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.json")]
    [InlineData("a.xml")]
    [InlineData("a.eml")]
    public void Noise_of_any_name_ends_in_an_answer(string name)
    {
        // Seeded: a failure can be had again.
        var random = new Random(7);
        string[] pieces = ["<", ">", "</p>", "<p>", "{", "}", "[", "]", "\"", ":", "&", ";", "<![CDATA[", "]]>", "--", "\n", "\n\n", "=", "\\", "\0", "é", "\uD83D\uDE00", "a", " ", "- ", "From: ", "<item>"];
        for (var round = 0; round < 200; round++)
        {
            var noise = string.Concat(Enumerable.Range(0, 300).Select(_ => pieces[random.Next(pieces.Length)]));
            var start = name switch { "a.html" => "<html>", "a.json" => "{\"", "a.xml" => "<rss>", "a.eml" => "From: a\nSubject: b\nDate: c\n\n", _ => "" };

            if (Originals.Read(name, start + noise) is ReadOutcome.Rejected rejected)
            {
                Assert.NotEqual(RejectionReason.Unreadable, rejected.Rejection.Reason);
            }
        }
    }
}
