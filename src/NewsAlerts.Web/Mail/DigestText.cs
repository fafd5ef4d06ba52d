using System.Globalization;
using NewsAlerts.Digesting;

namespace NewsAlerts.Web.Mail;

/// <summary>A digest as plain text: the mail's alternative for clients without HTML, and what a terminal prints.</summary>
public static class DigestText
{
    /// <summary>The width of a line, in columns; addresses may be longer.</summary>
    public const int Width = 72;

    /// <summary>The text, in lines that end with LF. Without control characters, so that it can be printed anywhere.</summary>
    public static string Of(Digest digest)
    {
        var view = DigestView.Of(digest);
        var column = new TextColumn(Width);
        column.Paragraph(view.Title);
        column.Paragraph($"{view.Day} · {view.Count}");
        column.Rule('=');
        for (var i = 0; i < view.Full.Count; i++)
        {
            column.Blank();
            Full(column, view.Full[i], i + 1);
        }

        if (view.Brief.Count > 0)
        {
            column.Blank();
            column.Rule('-');
            column.Paragraph("Also in this issue");
            for (var i = 0; i < view.Brief.Count; i++)
            {
                column.Blank();
                Brief(column, view.Brief[i], view.Full.Count + i + 1);
            }
        }

        column.Blank();
        column.Rule('-');
        column.Paragraph($"You get this because of the subscription “{view.Title}”.");
        column.Paragraph("Each key point rests on a sentence of its article. Machines condense, and machines err: where it matters, read the article.");
        column.Paragraph($"NewsAlerts · issue {view.Issue}");
        return column.ToString();
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
