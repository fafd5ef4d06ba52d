using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Commands.Replaying;

/// <summary>Which articles are replayed: one, those that a digest shows, or those of a time.</summary>
internal sealed class ReplaySelection
{
    /// <summary>A day is a request or two, even where it is empty.</summary>
    private const int MostDays = 3_660;

    private readonly Option<string?> _article = new("--article") { Description = "An article's id, or the beginning of one.", HelpName = "ARTICLE" };
    private readonly Option<DigestId?> _digest = new("--digest")
    {
        Description = "The articles that a digest shows. The digest itself stays as it was frozen; to send it again is `deliveries retry`.",
        HelpName = "DIGEST",
        CustomParser = result =>
        {
            if (DigestId.TryParse(result.Tokens[0].Value, null, out var id))
            {
                return id;
            }

            result.AddError($"--digest is '{result.Tokens[0].Value}'; expected an id such as d-00k3m5a7cq2zxw6b-20261123T073000Z, as `newsalerts deliveries list` shows them.");
            return null;
        },
    };

    private readonly Option<DateTimeOffset?> _from = TimeOption("--from", "Articles that came at this time or later: a day (UTC) such as 2026-11-01, or a time such as 2026-11-01T06:00:00Z.", endOfDay: false);
    private readonly Option<DateTimeOffset?> _to = TimeOption(
        "--to", "Articles that came before this time: a day (UTC), its end included, such as 2026-11-01, or a time such as 2026-11-01T06:00:00Z. Default: now.", endOfDay: true);

    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask whether that is meant." };

    public void AddTo(Command command)
    {
        command.Add(_article);
        command.Add(_digest);
        command.Add(_from);
        command.Add(_to);
        command.Add(_yes);
        command.Validators.Add(result =>
        {
            var range = result.GetResult(_from) is not null || result.GetResult(_to) is not null;
            if ((result.GetResult(_article) is not null ? 1 : 0) + (IsDigest(result) ? 1 : 0) + (range ? 1 : 0) != 1)
            {
                result.AddError("Say which articles: either --article, or --digest, or --from with or without --to.");
            }
            else if (range && result.GetResult(_from) is null)
            {
                result.AddError("--to alone would be everything before it: give --from as well.");
            }
        });
    }

    public bool IsDigest(CommandResult result) => result.GetResult(_digest) is not null;

    public DigestId Digest(ParseResult input) => input.GetValue(_digest)!.Value;

    /// <summary>Whether that is meant: all articles of a digest or a time, which nobody named, are asked about unless <c>--yes</c> says so.</summary>
    /// <exception cref="CommandException">Nobody is there to be asked, or the times are the wrong way round.</exception>
    public bool IsMeant(ParseResult input, Screen screen, TimeProvider time)
    {
        var which = input.GetValue(_article) is not null ? null
            : input.GetValue(_digest) is { } digest ? $"the articles of {digest}"
            : $"all articles from {From(input):u} to {To(input, time):u}";
        return which is null || input.GetValue(_yes) || Question.Ask(screen, $"Condense {which} anew, and replace the summaries that come out otherwise?");
    }

    /// <summary>The articles; those of a time newest first, read as they are needed.</summary>
    /// <exception cref="CommandException">There is no such article or digest, or the times are the wrong way round.</exception>
    public async IAsyncEnumerable<ArticleId> ReadAsync(
        ParseResult input, IServiceProvider stores, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var archive = stores.GetRequiredService<IArchive>();
        if (input.GetValue(_article) is { } text)
        {
            yield return (await new ArticleFinder(stores.GetRequiredService<ILibrary>(), archive, time).FindAsync(text, cancellationToken)).Id;
        }
        else if (input.GetValue(_digest) is { } id)
        {
            var digest = await stores.GetRequiredService<IDigests>().FindAsync(id, cancellationToken)
                ?? throw new CommandException($"There is no digest {id}. `newsalerts deliveries list` shows those that were made.");
            foreach (var item in digest.Items)
            {
                yield return item.ArticleId;
            }
        }
        else
        {
            await foreach (var entry in archive.BetweenAsync(From(input), To(input, time), cancellationToken))
            {
                yield return entry.ArticleId;
            }
        }
    }

    private DateTimeOffset From(ParseResult input) => input.GetValue(_from)!.Value;

    private DateTimeOffset To(ParseResult input, TimeProvider time)
    {
        var (from, to) = (From(input), input.GetValue(_to) ?? time.GetUtcNow());
        return to <= from ? throw new CommandException($"--from {from:u} is not before --to {to:u}.", ExitCodes.Usage)
            : to - from > TimeSpan.FromDays(MostDays) ? throw new CommandException($"From {from:u} to {to:u} are more than {MostDays:N0} days. Take parts of it.", ExitCodes.Usage)
            : to;
    }

    private static Option<DateTimeOffset?> TimeOption(string name, string description, bool endOfDay) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            {
                return new DateTimeOffset((endOfDay ? day.AddDays(1) : day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            }

            if (DateTimeOffset.TryParseExact(given, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return at;
            }

            result.AddError($"{name} is '{given}'; expected a day such as 2026-11-01, or a time such as 2026-11-01T06:00:00Z.");
            return null;
        },
    };
}
