using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Routing;

public sealed class SecretRotationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly Channel.Webhook First = new(new Uri("https://example.org/hook"), WebhookSecret.New());

    [Fact]
    public void The_old_secret_signs_along_until_its_end()
    {
        var next = WebhookSecret.New();

        var rotated = First.Rotated(next, Now, Day);

        Assert.Equal([next, First.Secret], rotated.SecretsAt(Now));
        Assert.Equal([next, First.Secret], rotated.SecretsAt(Now + Day - TimeSpan.FromTicks(1)));
        Assert.Equal([next], rotated.SecretsAt(Now + Day));
    }

    [Fact]
    public void A_rotation_that_nobody_saw_is_repeated_and_what_the_receiver_knows_still_signs()
    {
        var (unseen, seen) = (WebhookSecret.New(), WebhookSecret.New());

        var rotated = First.Rotated(unseen, Now, Day).Rotated(seen, Now.AddMinutes(1), Day);

        Assert.Equal([seen, unseen, First.Secret], rotated.SecretsAt(Now.AddMinutes(2)));
    }

    [Fact]
    public void With_nothing_to_keep_all_earlier_ones_end_at_once()
    {
        var next = WebhookSecret.New();

        var rotated = First.Rotated(WebhookSecret.New(), Now, Day).Rotated(next, Now, TimeSpan.Zero);

        Assert.Equal([next], rotated.SecretsAt(Now));
        Assert.Null(rotated.Retiring);
    }

    [Fact]
    public void Only_so_many_sign_along_and_those_that_have_ended_do_not_count()
    {
        var webhook = First;
        for (var i = 0; i < RetiringSecret.Most; i++)
        {
            webhook = webhook.Rotated(WebhookSecret.New(), Now, Day);
        }

        Assert.Throws<InvalidOperationException>(() => webhook.Rotated(WebhookSecret.New(), Now, Day));
        Assert.Equal(2, webhook.Rotated(WebhookSecret.New(), Now + Day, Day).SecretsAt(Now + Day).Count());
    }
}
