using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsAlerts.Local.Commands;

/// <summary>How an installation's state looks on a screen.</summary>
internal static class StatusView
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const decimal Millionth = 0.000001m;

    public static IRenderable Of(InstallationStatus status, string account, TimeProvider time) => new Rows(
        Head(status, account, time),
        Text.Empty,
        Stages(status),
        Text.Empty,
        Lately(status),
        Text.Empty,
        Channels(status, time));

    private static Rows Head(InstallationStatus status, string account, TimeProvider time)
    {
        var verdict = status.Concerns is { Count: > 0 } concerns
            ? $"{(status.Backlog.OldestPendingAge >= InstallationStatus.Stuck ? Palette.Failed : Palette.Waiting)} {Palette.Plain(string.Join(", ", concerns))}"
            : $"{Palette.Done} everything moves";
        var at = TimeZoneInfo.ConvertTime(status.Backlog.At, time.LocalTimeZone).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        return new Rows(
            new Markup($"{Palette.Heading("NewsAlerts")}  {verdict}  {Palette.Quiet(at)}"),
            new Markup(Palette.Quiet(account)));
    }

    private static Table Stages(InstallationStatus status)
    {
        var table = Palette.Table("stage", "in flight", "oldest", "queue", "poison", "failures");
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        foreach (var stage in status.Stages)
        {
            table.AddRow(
                Palette.Plain(stage.Stage),
                Count(stage.InFlight.Count, Palette.Accent),
                Age(status.Backlog.At, stage.InFlight.Oldest),
                stage.Queued is { } queued ? Count(queued, Palette.Accent) : "",
                Count(stage.Poisoned, Palette.Bad),
                Count(stage.Failures, Palette.Bad));
        }

        return table;
    }

    private static Grid Lately(InstallationStatus status)
    {
        var backlog = status.Backlog;
        var facts = Facts.Create();
        facts.Fact(
            Palette.Quiet("articles"),
            $"[{Palette.Accent}]{Spark(status.ArticlesByFiveMinutes())}[/]  {Most(status.Articles.Count, InstallationStatus.MostArticles)} in the last hour, {Wording.Number(status.ArticlesWithin(TimeSpan.FromMinutes(5)))} in five minutes");
        if (backlog.OldestDue is { } due)
        {
            facts.Fact(Palette.Quiet("digests"), $"the earliest that is due has been since {Palette.Plain(Span(backlog.At - due))}");
        }

        if (backlog.Restarted + backlog.Overdue + backlog.Failing > 0)
        {
            facts.Fact(
                Palette.Quiet("again"),
                $"{Wording.Count(backlog.Restarted, "piece of work was", "pieces of work were")} started again, {Wording.Number(backlog.Failing)} listed until they end, {Wording.Number(backlog.Overdue)} due for a look");
        }

        facts.Fact(
            Palette.Quiet("model"),
            status.Spent.Tokens == 0
                ? Palette.Quiet("nothing spent today")
                : $"{Wording.Number(status.Spent.Tokens)} tokens today, {Wording.Decimal((double)(status.Spent.Money * Millionth))} in the prices' currency");
        return facts;
    }

    private static IRenderable Channels(InstallationStatus status, TimeProvider time)
    {
        if (status.Deliveries.Count == 0)
        {
            return new Markup(Palette.Quiet("Nothing was delivered in the last 24 hours."));
        }

        var table = Palette.Table("channel", "sent", "on their way", "failed", "expired", "latest");
        foreach (var column in table.Columns.Skip(1).Take(4))
        {
            column.RightAligned();
        }

        foreach (var channel in status.Deliveries.GroupBy(delivery => delivery.Channel).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            table.AddRow(
                Palette.Plain(channel.Key),
                Count(channel.Count(one => one.State is DeliveryState.Sent), Palette.Good),
                Count(channel.Count(one => one.State is DeliveryState.Pending or DeliveryState.Sending), Palette.Warn),
                Count(channel.Count(one => one.State is DeliveryState.Failed), Palette.Bad),
                Count(channel.Count(one => one.State is DeliveryState.Expired), Palette.Bad),
                Palette.Quiet(time.Local(channel.Max(one => one.Updated))));
        }

        var counted = status.Deliveries.Count >= InstallationStatus.MostDeliveries ? $"Deliveries: the latest {InstallationStatus.MostDeliveries}." : "Deliveries of the last 24 hours.";
        return new Rows(new Markup(Palette.Quiet(counted)), table);
    }

    private static string Count(int count, string colour) => count == 0 ? Palette.Quiet("–") : $"[{colour}]{Most(count, Backlog.MostCounted)}[/]";

    private static string Most(int count, int most) => Wording.Number(count) + (count >= most ? "+" : "");

    private static string Age(DateTimeOffset now, DateTimeOffset? since)
    {
        if (since is not { } at)
        {
            return Palette.Quiet("–");
        }

        var age = now > at ? now - at : TimeSpan.Zero;
        var colour = age >= InstallationStatus.Stuck ? Palette.Bad : age >= InstallationStatus.Slow ? Palette.Warn : Palette.Dim;
        return $"[{colour}]{Span(age)}[/]";
    }

    private static string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 100 } => $"{(int)time.TotalSeconds} s",
        { TotalMinutes: < 100 } => $"{(int)time.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)time.TotalHours} h",
        _ => $"{(int)time.TotalDays} d",
    };

    private static string Spark(IReadOnlyList<int> counts)
    {
        var most = Math.Max(1, counts.Max());
        return string.Concat(counts.Select(count => Bars[(int)Math.Ceiling(count * (Bars.Length - 1) / (double)most)]));
    }
}
