using System.Text;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

/// <summary>A byte that is no character costs that character, not the text.</summary>
public sealed class DamagedTextTests
{
    private const string German = "Die Fähre fährt ab März wieder über den Fjord. Für die Überfahrt zahlen Pendler künftig vierzig Kronen, Schüler nichts.";
    private const string Russian = "Паром между Харбором и Линдхольмом снова пойдёт с марта, сообщило во вторник правление порта.";

    private static readonly byte[] German8 = Encoding.UTF8.GetBytes(German);
    private static readonly byte[] Russian8 = Encoding.UTF8.GetBytes(Russian);

    [Fact]
    public void A_stray_byte_in_a_page_that_says_it_is_UTF8_costs_one_character()
    {
        var page = Encoding.UTF8.GetBytes("<html><head><meta charset=\"utf-8\"><title>Fähre</title></head><body><p>");

        var draft = Draft("a.html", [.. page, .. German8, 0xA0, .. " Das sagte die Hafenbehörde am Dienstag."u8, .. "</p></body></html>"u8]);

        Assert.Equal($"{German}\uFFFD Das sagte die Hafenbehörde am Dienstag.", draft.Text.Trim());
    }

    [Fact]
    public void A_stray_byte_among_many_characters_needs_no_declaration() =>
        Assert.Equal(new DecodedText($"{Russian}\uFFFD {Russian}", "utf-8"), Decode([.. Russian8, 0xA0, (byte)' ', .. Russian8], null));

    [Fact]
    public void Nor_does_a_declaration_of_one_byte_to_a_character_hide_them() =>
        Assert.Equal($"{Russian}\uFFFD", Decode([.. Russian8, 0xA0], "windows-1251")?.Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData(null)]
    public void A_text_that_was_cut_in_a_character_ends_before_it(string? declared)
    {
        Assert.Equal(Russian[..^2], Decode(Russian8[..^2], declared)?.Text);
        Assert.Equal("The ferry runs again. ", Decode([.. "The ferry runs again. "u8, 0xF0, 0x9F, 0x98], declared)?.Text);
    }

    [Fact]
    public void An_emoji_as_two_surrogates_is_itself() =>
        Assert.Equal("The ferry 😀 runs again.", Decode([.. "The ferry "u8, 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80, .. " runs again."u8], null)?.Text);

    [Fact]
    public void A_mark_of_UTF8_decides_over_a_bad_byte() =>
        Assert.Equal("The ferry\uFFFD runs again.", Decode([0xEF, 0xBB, 0xBF, .. "The ferry"u8, 0xA0, .. " runs again."u8], null)?.Text);

    [Fact]
    public void A_bad_byte_in_one_entry_harms_no_other()
    {
        byte[] feed =
        [
            .. Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><title>Fähre</title><description>{German}</description></item><item><title>Br"),
            0xFC, .. Encoding.UTF8.GetBytes($"cke</title><description>{German}</description></item></channel></rss>"),
        ];

        var entries = Assert.IsType<ReadOutcome.Entries>(Originals.Read("a.rss", feed)).All.Cast<ReadEntry.Drafted>().ToList();

        Assert.Equal(["Fähre", "Br\uFFFDcke"], entries.Select(entry => entry.Draft.Title));
        Assert.All(entries, entry => Assert.Equal(German, entry.Draft.Text));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void An_odd_last_byte_is_left_out(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetBytes(German), 0x41];

        Assert.Equal(German, Decode(bytes, null)?.Text);
        Assert.Equal(German, Decode([.. encoding.GetPreamble(), .. bytes], null)?.Text);
    }

    [Fact]
    public void Few_characters_among_many_bad_bytes_are_no_UTF8() =>
        Assert.Equal("café, naïve, déjà vu", Decode(Encoding.GetEncoding("windows-1252").GetBytes("café, naïve, déjà vu"), "utf-8")?.Text);

    private static ArticleDraft Draft(string name, byte[] content) =>
        Assert.IsType<ReadEntry.Drafted>(Assert.Single(Assert.IsType<ReadOutcome.Entries>(Originals.Read(name, content)).All)).Draft;

    private static DecodedText? Decode(byte[] bytes, string? declared) => EncodingDetector.Decode(bytes, declared);
}
