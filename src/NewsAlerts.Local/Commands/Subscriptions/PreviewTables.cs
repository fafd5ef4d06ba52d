using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>A preview for people: a table for each coming issue, and one of what is in none.</summary>
internal sealed class PreviewTables(Screen screen, TimeProvider time)
{
    /// <summary>As many rows as somebody reads; JSON has them all.</summary>
    private const int MostRows = 25;

    public void Write(Subscription subscription, PreviewedIssues preview)
    {
        if (subscription.Schedule is not null || preview.Digest.Items.Count > 0)
        {
            Issue("Next digest", preview.Digest, "nothing is pending: none would be sent");
        }

        if (subscription.Alerts is not null || preview.RoundUp.Items.Count > 0)
        {
            Issue("Next round-up", preview.RoundUp, "nothing is held");
        }

        Heading("Left out", $"of the last {SubscriptionPreview.LooksBack.TotalDays:0} days");
        if (preview.LeftOut.Count == 0)
        {
            Quiet("nothing");
            return;
        }

        Rows(preview.LeftOut, preview.LeftOut.Count - MostRows);
    }

    private void Issue(string name, PreviewedIssue issue, string empty)
    {
        Heading(name, issue.Due is { } due ? time.Local(due) : "not planned");
        if (issue.Items.Count == 0)
        {
            Quiet(empty);
            return;
        }

        Rows(issue.Items, issue.Items.Count - MostRows);
        if (issue.Rest > 0)
        {
            Quiet($"{Wording.Count(issue.Rest, "more article")} would only be counted and linked");
        }
    }

    private void Rows(IReadOnlyList<PreviewedArticle> articles, int hidden)
    {
        var saysWhy = articles.Any(article => article.Why is not null);
        var table = saysWhy ? Palette.Table("", "matched", "headline", "why") : Palette.Table("", "matched", "headline");
        table.Columns[2].NoWrap = !screen.IsLive;
        foreach (var article in articles.Take(MostRows))
        {
            List<string> cells = ["", Palette.Quiet(time.Local(article.Matched)[5..]), Palette.Headline(article.Headline, article.Source)];
            if (saysWhy)
            {
                cells.Add(Palette.Plain(article.Why));
            }

            table.AddRow([.. cells]);
        }

        screen.Out.Write(table);
        if (hidden > 0)
        {
            Quiet($"and {Wording.Number(hidden)} more: --json has them all");
        }
    }

    private void Heading(string name, string detail)
    {
        screen.Out.WriteLine();
        screen.Out.MarkupLine($"{Palette.Heading(name)}  {Palette.Quiet(detail)}");
    }

    private void Quiet(string text) => screen.Out.MarkupLine("  " + Palette.Quiet(text));
}
