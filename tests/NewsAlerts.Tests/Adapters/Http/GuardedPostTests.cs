using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Tests.Adapters.Http;

/// <summary>Outgoing requests never reach the inside, however its address is written and whatever its name resolves to.</summary>
public sealed class GuardedPostTests : IAsyncLifetime
{
    private WebApplication _inside = null!;
    private int _reached;

    private int Port => new Uri(_inside.Urls.Single()).Port;

    /// <summary>Something on this machine that must not be reached.</summary>
    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _inside = builder.Build();
        _inside.Run(context =>
        {
            Interlocked.Increment(ref _reached);
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("secret of the inside", context.RequestAborted);
        });
        await _inside.StartAsync();
    }

    public async Task DisposeAsync() => await _inside.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("127.255.255.254")]
    [InlineData("2130706433")] // decimal
    [InlineData("017700000001")] // octal
    [InlineData("0177.0.0.1")]
    [InlineData("0x7f000001")] // hexadecimal
    [InlineData("0x7f.1")]
    [InlineData("１２７.０.０.１")] // full-width digits
    [InlineData("①②⑦.0.0.1")] // circled ones, which compatibility mapping makes plain
    [InlineData("127。0。0。1")] // ideographic full stops
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.1")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")] // shared, CGNAT
    [InlineData("100.127.255.255")]
    [InlineData("169.254.169.254")] // metadata
    [InlineData("0xa9fea9fe")]
    [InlineData("2852039166")]
    [InlineData("169.254.0.1")] // link-local
    [InlineData("168.63.129.16")] // Azure's wire server
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")] // benchmarking
    [InlineData("224.0.0.251")] // multicast
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")] // IPv4-mapped
    [InlineData("[::ffff:a9fe:a9fe]")]
    [InlineData("[::127.0.0.1]")] // IPv4-compatible
    [InlineData("[::ffff:0:127.0.0.1]")] // IPv4-translated
    [InlineData("[64:ff9b::a9fe:a9fe]")] // NAT64
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[64:ff9b:1::a00:1]")]
    [InlineData("[2002:7f00:1::]")] // 6to4
    [InlineData("[2002:c0a8:1::1]")]
    [InlineData("[2001:0:4136:e378:8000:63bf:3fff:fdd2]")] // Teredo
    [InlineData("[fe80::1]")] // link-local
    [InlineData("[fe80::1%25eth0]")]
    [InlineData("[fc00::1]")] // unique-local
    [InlineData("[fd12:3456::1]")]
    [InlineData("[fd00:ec2::254]")] // metadata by IPv6
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")] // multicast
    [InlineData("[100::1]")] // discard-only
    [InlineData("[2001:db8::1]")] // documentation
    [InlineData("localhost")]
    [InlineData("deep.in.localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("localhost.")]
    [InlineData("ｌｏｃａｌｈｏｓｔ")] // full-width letters
    [InlineData("intranet")]
    [InlineData("metadata.google.internal")]
    [InlineData("printer.local.")]
    public async Task The_inside_is_not_reached_however_it_is_written(string host)
    {
        await using var post = Post(new SystemNameLookup(), ("Webhooks:AllowInsecure", "true"));

        var answer = await post.SendAsync(new Uri($"http://{host}:{Port}/"));

        Assert.Equal(new PostAnswer.Forbidden(OutgoingUrl.Inside), answer);
        Assert.Equal(0, _reached);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.5")]
    [InlineData("169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:192.168.1.1")]
    public async Task A_public_name_for_an_inside_address_is_refused(string address)
    {
        await using var post = Post(new Answers([IPAddress.Parse(address)]), ("Webhooks:AllowInsecure", "true"));

        Assert.IsType<PostAnswer.Forbidden>(await post.SendAsync(new Uri($"http://hooks.brackwater.example:{Port}/")));
        Assert.Equal(0, _reached);
    }

    [Fact]
    public async Task A_name_with_one_inside_address_among_public_ones_is_refused()
    {
        await using var post = Post(new Answers([IPAddress.Parse("93.184.215.14"), IPAddress.Loopback]), ("Webhooks:AllowInsecure", "true"));

        Assert.IsType<PostAnswer.Forbidden>(await post.SendAsync(new Uri($"http://hooks.brackwater.example:{Port}/")));
        Assert.Equal(0, _reached);
    }

    [Fact]
    public async Task A_name_that_turns_inside_after_it_was_checked_gains_nothing()
    {
        // The first answer may be reached, every further one may not: whoever looks up twice, once to check and once to connect, is caught.
        var names = new Answers([IPAddress.Loopback], [IPAddress.Parse("10.0.0.5")]);
        await using var post = Post(names, ("Webhooks:AllowInsecure", "true"), ("Webhooks:AllowLoopback", "true"));
        var url = new Uri($"http://rebinding.brackwater.example:{Port}/");

        Assert.IsType<PostAnswer.Answered>(await post.SendAsync(url));
        Assert.Equal((1, 1), (names.Asked, _reached));

        Assert.IsType<PostAnswer.Forbidden>(await post.SendAsync(url));
        Assert.Equal((2, 1), (names.Asked, _reached));
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_that_is_connected_to()
    {
        var names = new Answers([IPAddress.Loopback]);
        await using var post = Post(names, ("Webhooks:AllowInsecure", "true"), ("Webhooks:AllowLoopback", "true"));

        var answer = Assert.IsType<PostAnswer.Answered>(await post.SendAsync(new Uri($"http://nowhere.brackwater.example:{Port}/")));

        Assert.Equal("secret of the inside", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(1, names.Asked);
    }

    [Fact]
    public void Nobody_else_looks_up_or_leads_on()
    {
        using var handler = new GuardedConnection(new SystemNameLookup(), allowLoopback: false).Handler(TimeSpan.FromSeconds(1));

        Assert.Equal((false, false, false), (handler.UseProxy, handler.AllowAutoRedirect, handler.UseCookies));
    }

    [Theory]
    [InlineData("http://hooks.brackwater.example/", "The URL must be https. Webhooks__AllowInsecure=true allows http, for development.")]
    [InlineData("ftp://hooks.brackwater.example/", "The URL must be https.")]
    [InlineData("file:///etc/passwd", "The URL must be https.")]
    [InlineData("https://user@hooks.brackwater.example/", "The URL must not hold a user name or a password.")]
    [InlineData("https://hooks.brackwater.example@127.0.0.1/", "The URL must not hold a user name or a password.")]
    [InlineData("https://hooks.brackwater.example:25/", "The URL's port belongs to another protocol: use 443, or one from 1024 on.")]
    [InlineData("https://hooks.brackwater.example:22/", "The URL's port belongs to another protocol: use 443, or one from 1024 on.")]
    [InlineData("/relative", "The URL is not absolute.")]
    public async Task What_is_wrong_with_a_url_is_said_before_any_name_is_looked_up(string url, string error)
    {
        var names = new Answers([IPAddress.Parse("93.184.215.14")]);
        await using var post = Post(names);

        Assert.Equal(new PostAnswer.Forbidden(error), await post.SendAsync(new Uri(url, UriKind.RelativeOrAbsolute)));
        Assert.Equal(0, names.Asked);
    }

    [Fact]
    public async Task A_name_that_cannot_be_looked_up_may_come_back()
    {
        await using var post = Post(new Answers());

        Assert.Equal(new PostAnswer.Unanswered("The receiver's name cannot be looked up."), await post.SendAsync(new Uri("https://hooks.brackwater.example/")));
    }

    [Fact]
    public async Task The_next_one_to_a_host_that_has_its_share_is_sent_away()
    {
        var held = new TaskCompletionSource();
        await using var post = Post(new Held(held.Task), ("Webhooks:HostParallelism", "1"), ("Webhooks:AllowInsecure", "true"), ("Webhooks:AllowLoopback", "true"));
        var url = new Uri($"http://slow.brackwater.example:{Port}/");

        var first = post.SendAsync(url);
        Assert.IsType<PostAnswer.HostBusy>(await post.SendAsync(url));
        held.SetResult();

        Assert.IsType<PostAnswer.Answered>(await first);
        Assert.IsType<PostAnswer.Answered>(await post.SendAsync(url));
    }

    private static Sender Post(INameLookup names, params (string Key, string Value)[] settings) => new(new ServiceCollection()
        .AddSingleton(names)
        .AddLogging()
        .AddGuardedPost(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build())
        .BuildServiceProvider());

    private sealed class Sender(ServiceProvider services) : IAsyncDisposable
    {
        public Task<PostAnswer> SendAsync(Uri url) => services.GetRequiredService<GuardedPost>().SendAsync(url, "{}"u8.ToArray(), [], CancellationToken.None);

        public ValueTask DisposeAsync() => services.DisposeAsync();
    }

    /// <summary>A name server that gives its answers one after the other, and the last one for ever.</summary>
    private sealed class Answers(params IPAddress[][] answers) : INameLookup
    {
        public int Asked { get; private set; }

        public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken) => answers.Length == 0
            ? Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound))
            : Task.FromResult(answers[Math.Min(Asked++, answers.Length - 1)]);
    }

    /// <summary>A name server that takes its time.</summary>
    private sealed class Held(Task until) : INameLookup
    {
        public async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
        {
            await until.WaitAsync(cancellationToken);
            return [IPAddress.Loopback];
        }
    }
}
