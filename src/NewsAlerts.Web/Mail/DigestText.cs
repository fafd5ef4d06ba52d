using System.Globalization;
using NewsAlerts.Digesting;

namespace NewsAlerts.Web.Mail;

/// <summary>A digest as plain text: the mail's alternative for clients without HTML, and what a terminal prints.</summary>
public static class DigestText
{
    /// <summary>The width of a line, in columns; addresses may be longer.</summary>
    public const int Width = 72;

    /// <summary>The text, in lines that end with LF. Without control characters, so that it can be printed anywhere.</summary>
    public static string Of(Digest digest) => Of(DigestView.Of(digest, MailFrame.Bare));

    /// <summary>The same of what a mail shows.</summary>
    public static string Of(DigestView view)
    {
        var column = new TextColumn(Width);
        column.Paragraph(view.Kicker is null ? view.Title : $"{view.Kicker} · {view.Title}");
        column.Paragraph($"{view.Day} · {view.Count}");
        if (view.Intro is not null)
        {
            column.Paragraph(view.Intro);
        }

        if (view.Matched is not null)
        {
            column.Paragraph($"It matches {view.Matched}");
        }

        column.Rule('=');
        for (var i = 0; i < view.Full.Count; i++)
        {
            column.Blank();
            Full(column, view.Full[i], i + 1);
        }

        if (view.Brief.Count > 0)
        {
            Briefly(column, "Also in this issue", null, view.Brief, view.Full.Count);
        }

        if (view.Unlisted > 0)
        {
            column.Blank();
            column.Paragraph($"And {DigestView.Stories(view.Unlisted)} more than fit into one mail.");
        }

        if (view.Rest is { } rest)
        {
            Briefly(column, rest.Heading, rest.Remark, rest.Items, view.Full.Count + view.Brief.Count + view.Unlisted);
        }

        if (view.WholeIssue is { } whole)
        {
            column.Blank();
            column.Paragraph($"{whole.Label}:");
            column.Verbatim(whole.Url);
        }

        column.Footer(view.Footer, DigestView.Caution);
        return column.ToString();
    }

    private static void Briefly(TextColumn column, string heading, string? remark, IReadOnlyList<ItemView> items, int before)
    {
        column.Blank();
        column.Rule('-');
        column.Paragraph(heading);
        if (remark is not null)
        {
            column.Paragraph(remark);
        }

        for (var i = 0; i < items.Count; i++)
        {
            column.Blank();
            Brief(column, items[i], before + i + 1);
        }
    }

    private static void Full(TextColumn column, ItemView item, int number)
    {
        var first = Number(number);
        var indent = new string(' ', first.Length);
        column.Paragraph(item.Headline, first);
        string[] facts = [.. new[] { item.Source, item.Byline, item.Published }.OfType<string>()];
        if (facts.Length > 0)
        {
            column.Paragraph(string.Join(" · ", facts), indent);
        }

        column.Blank();
        foreach (var point in item.Points)
        {
            column.Paragraph(point.Text, $"{indent}- ");
            foreach (var quote in point.Quotes)
            {
                column.Paragraph(quote, $"{indent}    ");
            }
        }

        foreach (var note in item.Notes)
        {
            column.Paragraph($"({note})", indent);
        }

        if (item.Url is not null)
        {
            column.Blank();
            column.Verbatim(indent + item.Url);
        }
    }

    private static void Brief(TextColumn column, ItemView item, int number)
    {
        var first = Number(number);
        column.Paragraph(item.Source is null ? item.Headline : $"{item.Headline} ({item.Source})", first);
        if (item.Url is not null)
        {
            column.Verbatim(new string(' ', first.Length) + item.Url);
        }
    }

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"{number,2}. ");
}
