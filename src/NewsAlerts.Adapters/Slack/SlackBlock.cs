using System.Text.Json.Serialization;

namespace NewsAlerts.Adapters.Slack;

/// <summary>The kinds of Block Kit blocks that are used here (docs.slack.dev, "Blocks").</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(Context), "context")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(RichText), "rich_text")]
public abstract record SlackBlock
{
    private SlackBlock()
    {
    }

    /// <summary>How many characters a reader sees.</summary>
    [JsonIgnore]
    public abstract int TextLength { get; }

    /// <param name="Text">At most 150 characters.</param>
    public sealed record Header(SlackPlainText Text) : SlackBlock
    {
        [JsonIgnore]
        public override int TextLength => Text.Text.Length;
    }

    /// <param name="Elements">1 to 10.</param>
    public sealed record Context(IReadOnlyList<SlackPlainText> Elements) : SlackBlock
    {
        [JsonIgnore]
        public override int TextLength => Elements.Sum(element => element.Text.Length);
    }

    public sealed record Divider : SlackBlock
    {
        [JsonIgnore]
        public override int TextLength => 0;
    }

    public sealed record RichText(IReadOnlyList<SlackRichText> Elements) : SlackBlock
    {
        [JsonIgnore]
        public override int TextLength => Elements.Sum(element => element.TextLength);
    }
}

/// <summary>Text without any mark-up.</summary>
/// <param name="Text">1 to 3,000 characters.</param>
public sealed record SlackPlainText(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "plain_text";

    /// <summary>Whether colons make emoji.</summary>
    public bool Emoji { get; init; }
}

/// <summary>The parts of a rich text block.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Section), "rich_text_section")]
[JsonDerivedType(typeof(List), "rich_text_list")]
public abstract record SlackRichText
{
    private SlackRichText()
    {
    }

    [JsonIgnore]
    public abstract int TextLength { get; }

    public sealed record Section(IReadOnlyList<SlackText> Elements) : SlackRichText
    {
        [JsonIgnore]
        public override int TextLength => Elements.Sum(element => element.Text.Length);
    }

    /// <param name="Style">"bullet" or "ordered".</param>
    /// <param name="Elements">Sections, one a list item.</param>
    public sealed record List(string Style, IReadOnlyList<SlackRichText> Elements) : SlackRichText
    {
        [JsonIgnore]
        public override int TextLength => Elements.Sum(element => element.TextLength);
    }
}

/// <summary>The runs of a rich text section. There are kinds for mentions and emoji too; these are none of them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Run), "text")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record SlackText(string Text, SlackStyle? Style)
{
    public sealed record Run(string Text, SlackStyle? Style = null) : SlackText(Text, Style);

    public sealed record Link(string Url, string Text, SlackStyle? Style = null) : SlackText(Text, Style);
}

/// <summary>How a run looks; null for as usual.</summary>
public sealed record SlackStyle(bool? Bold = null, bool? Italic = null);
