/**
 * One departure, decided for all processes at once. Time is Redis's own, so that no two clocks have to agree.
 *
 * KEYS: the set of waiting recipients, then per window its log, its pause and this recipient's own log.
 * ARGV: recipient, departure id, then per window its limit and its period in milliseconds.
 * Returns `{granted, wait, window}`: window 0 means that only this recipient has had its share, which is what
 * the limit leaves when every recipient that waits takes part equally.
 * @see https://redis.io/docs/latest/develop/interact/programmability/eval-intro/
 */
export const TAKE = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local waiting, recipient, id = KEYS[1], ARGV[1], ARGV[2]
local windows = (#KEYS - 1) / 3

local function stay(wait, window)
  redis.call('ZADD', waiting, now + wait + 1000, recipient)
  redis.call('PEXPIRE', waiting, wait + 60000)
  return { 0, wait, window }
end

redis.call('ZREMRANGEBYSCORE', waiting, '-inf', now)
local others = redis.call('ZCARD', waiting)
if redis.call('ZSCORE', waiting, recipient) then others = others - 1 end

for i = 1, windows do
  local log, pause, own = KEYS[3 * i - 1], KEYS[3 * i], KEYS[3 * i + 1]
  local limit, period = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
  local paused = redis.call('PTTL', pause)
  if paused > 0 then return stay(paused, i) end
  redis.call('ZREMRANGEBYSCORE', log, '-inf', now - period)
  redis.call('ZREMRANGEBYSCORE', own, '-inf', now - period)
  local used = redis.call('ZCARD', log)
  if used >= limit then
    local first = redis.call('ZRANGE', log, used - limit, used - limit, 'WITHSCORES')
    return stay(math.max(1, math.ceil(first[2] + period - now)), i)
  end
  if others > 0 and redis.call('ZCARD', own) >= math.ceil(limit / (others + 1)) then
    return stay(math.max(1, math.ceil(period / limit)), 0)
  end
end

for i = 1, windows do
  local log, own = KEYS[3 * i - 1], KEYS[3 * i + 1]
  local period = tonumber(ARGV[2 * i + 2])
  redis.call('ZADD', log, now, id)
  redis.call('PEXPIRE', log, period)
  redis.call('ZADD', own, now, id)
  redis.call('PEXPIRE', own, period)
end
redis.call('ZREM', waiting, recipient)
return { 1, 0, 0 }
`;

export const PAUSE = "redis.call('SET', KEYS[1], 1, 'PX', ARGV[1]) return 1";
