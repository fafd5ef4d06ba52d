using System.Text.Json;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Adapters.Storage;

public sealed class SubscriptionDocumentTests
{
    [Fact]
    public void A_document_of_version_1_is_read_as_a_subscription_with_digests_only()
    {
        const string Stored = """
            {
              "version": 1,
              "id": "00k3m5a7cq2zxw6b",
              "name": "Morning briefing",
              "channel": { "kind": "email", "address": "reader@example.org" },
              "schedule": { "cron": "30 7 * * *", "timeZone": "Europe/Berlin" },
              "created": "2026-05-01T00:00:00+00:00"
            }
            """;

        var read = Read(Stored);

        Assert.Equal(1, read.Version);
        Assert.Equal(new Schedule("30 7 * * *", "Europe/Berlin"), read.Schedule);
        Assert.Equal((null, null, null, null), (read.Alerts, read.Quiet, read.Pause, read.MaxItems));
        Assert.Empty(read.Languages);
        Assert.Equal("Europe/Berlin", read.TimeZone);
        Assert.True(read.Accepts("fr"));
    }

    [Fact]
    public void A_subscription_with_everything_is_read_as_it_was_written()
    {
        var written = new Subscription
        {
            Id = SubscriptionId.New(1),
            Name = "Harbour",
            Channel = new Channel.Email("reader@example.org"),
            Schedule = Schedule.Read("weekdays 07:30 18:00 Europe/Berlin", "UTC"),
            Alerts = new AlertPolicy { AtMostAnHour = 5, Overflow = HeldArticles.Digest, Repeat = true, TimeZone = "Europe/Berlin" },
            Quiet = QuietHoursText.Read("weekdays 22:00-07:00; weekends 22:00-09:00 Europe/Berlin", "UTC", HeldArticles.Digest),
            Pause = new Pause(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero), null, PausedBy.Operator),
            Languages = ["en", "de"],
            MaxItems = 20,
            Created = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero),
        };

        var read = Read(JsonSerializer.Serialize(written, DocumentJson.Default.Subscription));

        Assert.Equal(written.Languages, read.Languages);
        Assert.Equal(written with { Languages = [] }, read with { Languages = [] });
    }

    [Theory]
    [InlineData("\"2026-05-10T00:00:00Z\"", false)]
    [InlineData("null", true)]
    public void A_pause_of_before_is_its_readers_unless_only_an_operator_can_have_made_it(string until, bool isOperators)
    {
        var read = Read($$"""
            { "version": 2, "id": "00k3m5a7cq2zxw6b", "name": "N", "channel": { "kind": "email", "address": "a@example.org" }, "created": "2026-05-01T00:00:00Z",
              "pause": { "from": "2026-05-04T07:30:00Z", "until": {{until}} } }
            """);

        Assert.Equal((PausedBy.Reader, isOperators), (read.Pause!.By, read.Pause.IsOperators));
    }

    [Theory]
    [InlineData("\"maxItems\": 0")]
    [InlineData("\"alerts\": { \"timeZone\": \"UTC\", \"atMostAnHour\": 0 }")]
    [InlineData("\"alerts\": { \"timeZone\": \"Berlin\" }")]
    [InlineData("\"quiet\": { \"timeZone\": \"UTC\", \"windows\": [] }")]
    public void A_document_that_no_command_writes_is_not_read(string wrong)
    {
        var stored = $$"""
            { "version": 2, "id": "00k3m5a7cq2zxw6b", "name": "N", "channel": { "kind": "email", "address": "a@example.org" }, "created": "2026-05-01T00:00:00Z", {{wrong}} }
            """;

        var error = Record.Exception(() => Read(stored));

        Assert.True(error is JsonException or FormatException or ArgumentException, $"{error}");
    }

    private static Subscription Read(string json) => JsonSerializer.Deserialize(json, DocumentJson.Default.Subscription)!;
}
