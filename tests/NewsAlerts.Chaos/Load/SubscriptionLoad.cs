using System.Globalization;
using NewsAlerts.Local.Operating;
using NewsAlerts.Routing;

namespace NewsAlerts.Chaos.Load;

/// <summary>Adds subscriptions of every sort, changes them, rotates their secrets, sends digests by hand, and removes some.</summary>
internal sealed class SubscriptionLoad(ChaosPlan plan, SubscriptionBook book, ReaderList readers, Uri webhooks, Timeline timeline, TimeProvider time)
{
    private const int MostRotations = 4;
    private static readonly Schedule EveryMinute = new("* * * * *", "UTC");

    private readonly Random _random = plan.RandomFor("subscriptions");
    private int _numbers;

    /// <summary>How often what was done.</summary>
    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    public async Task AddFirstAsync(CancellationToken cancellationToken)
    {
        // No host runs yet that could go by what was before.
        for (var i = 0; i < plan.Subscriptions; i++)
        {
            await AddAsync(isSteady: i % 3 != 2, time.GetUtcNow() - Reader.Late, cancellationToken);
        }
    }

    /// <summary>One more change, whatever the seed says.</summary>
    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        var (dice, pick, length) = (_random.Next(100), _random.Next(), _random.NextDouble());
        var living = readers.All.Where(reader => reader.Removed is null).ToList();
        var loose = living.Where(reader => !reader.IsSteady).ToList();
        var any = living[pick % living.Count];
        switch (dice)
        {
            case < 12 when living.Count < plan.Subscriptions * 2:
                await AddAsync(isSteady: false, added: null, cancellationToken);
                break;

            case < 22 when loose.Count > 0:
                await RemoveAsync(loose[pick % loose.Count], cancellationToken);
                break;

            case < 37 when loose.Count > 0:
                await ChangeWishAsync(loose[pick % loose.Count], cancellationToken);
                break;

            case < 57:
                await PauseAsync(any, TimeSpan.FromSeconds(3 + (12 * length)), cancellationToken);
                break;

            case < 77 when any.Secrets.Count is > 0 and <= MostRotations:
                await RotateAsync(any, cancellationToken);
                break;

            default:
                await SendNowAsync(any, cancellationToken);
                break;
        }
    }

    public async Task SendNowAsync(Reader reader, CancellationToken cancellationToken)
    {
        var digest = await book.SendNowAsync(reader.Id, cancellationToken);
        Note("sent now", digest.ToString(), $"is started by hand for {reader.Key}");
    }

    private async Task AddAsync(bool isSteady, DateTimeOffset? added, CancellationToken cancellationToken)
    {
        var number = ++_numbers;
        var key = string.Create(CultureInfo.InvariantCulture, $"reader{number:d3}");
        var secret = WebhookSecret.New();
        var isMail = number % 2 == 0;
        readers.Expect(key, secret);
        var wish = new Wish(number % 5 == 4 ? ["de"] : [], number % 4 == 3 ? ArticleSource.Places[number % ArticleSource.Places.Length] : null);
        var subscription = await book.AddAsync(
            new NewSubscription
            {
                Name = key,
                Channel = isMail ? new Channel.Email($"{key}@readers.example") : new Channel.Webhook(new Uri(webhooks, key), secret),
                Schedule = number % 3 == 0 ? null : EveryMinute,
                Alerts = (number % 3, number % 4) switch
                {
                    (0, _) => new AlertPolicy { TimeZone = "UTC" },
                    (_, 1) => new AlertPolicy { TimeZone = "UTC", AtMostAnHour = 3, Overflow = HeldArticles.Digest },
                    _ => null,
                },
                Languages = wish.Languages,
                Rule = wish.Rule,
                MaxItems = 500,
                Confirmed = true,
            },
            cancellationToken);
        var reader = new Reader { Key = key, Id = subscription.Id, Added = added ?? time.GetUtcNow(), IsSteady = isSteady };
        reader.Wants(subscription.Created, wish);
        if (!isMail)
        {
            reader.Knows(secret);
        }

        readers.Add(reader);
        Note("added", key, $"is subscribed as {subscription.Id} for {wish}");
    }

    private async Task RemoveAsync(Reader reader, CancellationToken cancellationToken)
    {
        reader.Removed = time.GetUtcNow();
        await book.RemoveAsync(reader.Id, cancellationToken);
        Note("removed", reader.Key, "is removed");
    }

    private async Task ChangeWishAsync(Reader reader, CancellationToken cancellationToken)
    {
        var wish = _random.Next(4) switch
        {
            0 => reader.Wish with { Languages = [] },
            1 => reader.Wish with { Languages = ["en", "fr"] },
            2 => reader.Wish with { Place = null },
            _ => reader.Wish with { Place = ArticleSource.Places[_random.Next(ArticleSource.Places.Length)] },
        };
        await book.EditAsync(reader.Id, one => one with { Languages = wish.Languages, Rule = wish.Rule }, cancellationToken);
        reader.Wants(time.GetUtcNow(), wish);
        Note("rule or languages changed", reader.Key, $"wants {wish}");
    }

    private async Task PauseAsync(Reader reader, TimeSpan length, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await book.EditAsync(reader.Id, one => one with { Pause = new Pause(now, now + length) }, cancellationToken);
        Note("paused", reader.Key, $"is paused for {length.TotalSeconds:0.0} s");
    }

    private async Task RotateAsync(Reader reader, CancellationToken cancellationToken)
    {
        var (_, secret) = await book.RotateSecretAsync(reader.Id.ToString(), TimeSpan.FromHours(2), cancellationToken);
        reader.Knows(secret);
        Note("secret rotated", reader.Key, "has another secret");
    }

    private void Note(string kind, string subject, string what)
    {
        Done[kind] = Done.GetValueOrDefault(kind) + 1;
        timeline.Note(subject, what);
    }
}
